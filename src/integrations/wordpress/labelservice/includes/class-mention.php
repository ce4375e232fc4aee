<?php
/**
 * Finds a name in a page.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** The service found the name in the text as sent; the page shows it with entities and other typography. */
final class Mention {

	/** Characters that WordPress turns into each other, and how each may stand in a page. */
	const TYPOGRAPHY = array(
		"'" => "(?:'|’|‘|&\#0?39;|&\#8217;|&\#8216;|&rsquo;|&lsquo;|&apos;)",
		'"' => '(?:"|“|”|„|«|»|&quot;|&\#8220;|&\#8221;|&\#8222;|&laquo;|&raquo;|&ldquo;|&rdquo;)',
		'&' => '(?:&amp;|&\#038;|&)',
		'-' => '(?:-|–|—|&\#8211;|&\#8212;)',
		' ' => '(?:\s|&nbsp;|\x{A0})+',
	);

	/**
	 * Inserts markup behind the first place where a name stands in words that are shown; null where it stands nowhere.
	 *
	 * @param string $html   The page.
	 * @param string $name   As the service read it.
	 * @param string $insert Markup.
	 */
	public static function insert( $html, $name, $insert ) {
		$pattern = self::pattern( $name );
		$parts   = wp_html_split( $html );
		$silent  = 0;
		foreach ( $parts as $i => $part ) {
			if ( $i % 2 ) {
				$silent += self::step( $part );
				continue;
			}
			if ( $silent > 0 || '' === $part || 1 !== preg_match( $pattern, $part, $match, PREG_OFFSET_CAPTURE ) ) {
				continue;
			}
			$end         = $match[0][1] + strlen( $match[0][0] );
			$parts[ $i ] = substr( $part, 0, $end ) . $insert . substr( $part, $end );
			return implode( '', $parts );
		}
		return null;
	}

	/**
	 * Whether a tag begins or ends words that are not shown.
	 *
	 * @param string $tag The tag.
	 */
	private static function step( $tag ) {
		if ( preg_match( '#^<(script|style|textarea|title|option|template|noscript)\b#i', $tag ) ) {
			return 1;
		}
		return preg_match( '#^</(script|style|textarea|title|option|template|noscript)\b#i', $tag ) ? -1 : 0;
	}

	/**
	 * A pattern of fixed length in each character: it cannot run away.
	 *
	 * @param string $name The name.
	 */
	private static function pattern( $name ) {
		$same    = array(
			'’' => "'",
			'‘' => "'",
			'“' => '"',
			'”' => '"',
			'„' => '"',
			'«' => '"',
			'»' => '"',
			'–' => '-',
			'—' => '-',
			"\u{A0}" => ' ',
			"\n" => ' ',
			"\t" => ' ',
		);
		$pattern = '';
		foreach ( mb_str_split( preg_replace( '/\s+/u', ' ', strtr( trim( $name ), $same ) ) ) as $char ) {
			$pattern .= isset( self::TYPOGRAPHY[ $char ] ) ? self::TYPOGRAPHY[ $char ] : preg_quote( $char, '~' );
		}
		return '~(?<![\p{L}\p{N}])' . $pattern . '(?![\p{L}\p{N}])~u';
	}
}
