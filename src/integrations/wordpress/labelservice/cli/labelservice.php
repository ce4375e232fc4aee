<?php
/**
 * The commands where WP-CLI is not installed: php cli/labelservice.php check|proof|backfill|poll|state …
 *
 * @package LabelService
 */

if ( 'cli' !== PHP_SAPI ) {
	http_response_code( 404 );
	exit;
}

$labelservice_root = getenv( 'WP_ROOT' ) ? rtrim( getenv( 'WP_ROOT' ), '/' ) : dirname( __DIR__, 4 );
if ( ! is_readable( $labelservice_root . '/wp-load.php' ) ) {
	fwrite( STDERR, "WordPress was not found at {$labelservice_root}; set WP_ROOT to the folder of wp-load.php.\n" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A terminal.
	exit( 2 );
}
require $labelservice_root . '/wp-load.php';

$labelservice_arguments = array_slice( $argv, 2 );
$labelservice_command   = $argv[1] ?? '';
if ( ! class_exists( 'LabelService\Commands' ) || ! in_array( $labelservice_command, array( 'check', 'proof', 'backfill', 'poll', 'state' ), true ) ) {
	fwrite( STDERR, "Usage: php labelservice.php check ID… | proof [ID…] | backfill start|pause|resume|run|status | poll | state\n" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A terminal.
	exit( 2 );
}
( new LabelService\Commands() )->$labelservice_command( $labelservice_arguments );
