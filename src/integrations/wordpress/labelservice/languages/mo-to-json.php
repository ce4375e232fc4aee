<?php
/**
 * Prints a compiled catalogue as the JSON that WordPress gives to scripts.
 *
 * @package LabelService
 */

if ( 'cli' !== PHP_SAPI ) {
	exit;
}

$labelservice_mo     = file_get_contents( $argv[1] ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A terminal.
$labelservice_header = unpack( 'Vmagic/Vrevision/Vcount/Voriginals/Vtranslations', $labelservice_mo );
$labelservice_at     = static function ( $table, $i ) use ( $labelservice_mo ) {
	$place = unpack( 'Vlength/Voffset', $labelservice_mo, $table + 8 * $i );
	return substr( $labelservice_mo, $place['offset'], $place['length'] );
};
$labelservice_data   = array(
	'' => array(
		'domain'       => 'labelservice',
		'lang'         => 'ru_RU',
		'plural-forms' => 'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);',
	),
);
for ( $labelservice_i = 0; $labelservice_i < $labelservice_header['count']; $labelservice_i++ ) {
	$labelservice_id = explode( "\0", $labelservice_at( $labelservice_header['originals'], $labelservice_i ) )[0];
	if ( '' !== $labelservice_id ) {
		$labelservice_data[ $labelservice_id ] = explode( "\0", $labelservice_at( $labelservice_header['translations'], $labelservice_i ) );
	}
}
echo json_encode( array( 'domain' => 'labelservice', 'locale_data' => array( 'labelservice' => $labelservice_data ) ), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ), "\n"; // phpcs:ignore WordPress.WP.AlternativeFunctions, WordPress.Security.EscapeOutput -- A terminal.
