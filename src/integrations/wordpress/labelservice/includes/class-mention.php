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
	 * @param string   $html   The page.
	 * @param string[] $names  As the service read it, in each of its forms.
	 * @param string   $insert Markup.
	 */
	public static function insert( $html, array $names, $insert ) {
		if ( array() === $names ) {
			return null;
		}
		// Of two that begin at one place the longer: a remark does not cut a name in two.
		usort(
			$names,
			static function ( $a, $b ) {
				return strlen( $b ) - strlen( $a );
			}
		);
		$pattern = '~(?<![\p{L}\p{N}])(?:' . implode( '|', array_map( array( __CLASS__, 'pattern' ), $names ) ) . ')(?![\p{L}\p{N}])~u';
		$parts   = wp_html_split( $html );
		$silent  = array();
		foreach ( $parts as $i => $part ) {
			if ( $i % 2 ) {
				$silent = self::step( $silent, $part );
				continue;
			}
			if ( $silent || '' === $part || 1 !== preg_match( $pattern, $part, $match, PREG_OFFSET_CAPTURE ) ) {
				continue;
			}
			$end         = $match[0][1] + strlen( $match[0][0] );
			$parts[ $i ] = substr( $part, 0, $end ) . $insert . substr( $part, $end );
			return implode( '', $parts );
		}
		return null;
	}

	/**
	 * The elements that are open since one began whose words are not shown.
	 *
	 * @param string[] $silent Names of open elements; none outside of such a one.
	 * @param string   $tag    The tag.
	 */
	private static function step( array $silent, $tag ) {
		if ( ! preg_match( '#^<(/?)([a-z][a-z0-9-]*)(.*?)(/?)>$#is', $tag, $match ) || in_array( strtolower( $match[2] ), array( 'br', 'img', 'input', 'hr', 'wbr', 'source', 'track', 'col', 'embed', 'area', 'meta', 'link', 'base' ), true ) ) {
			return $silent;
		}
		$name = strtolower( $match[2] );
		if ( '/' === $match[1] ) {
			$at = array_search( $name, array_reverse( $silent, true ), true );
			return false === $at ? $silent : array_slice( $silent, 0, $at );
		}
		$attribute = static function ( $wanted ) use ( $match ) {
			return preg_match( '/\s' . $wanted . '\s*=\s*("[^"]*"|\'[^\']*\'|[^\s>]+)/i', $match[3], $value ) ? trim( $value[1], '"\'' ) : '';
		};
		$hides = Page_Reader::hides_itself( $name, $attribute( 'class' ), $attribute( 'style' ), (bool) preg_match( '/\shidden(\s|=|$)/i', $match[3] ) || 'true' === $attribute( 'aria-hidden' ) );
		if ( $silent || $hides ) {
			$silent[] = $name;
		}
		return $silent;
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
		return $pattern;
	}
}
