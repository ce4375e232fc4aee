<?php
/**
 * Reads a page without a browser.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** What the markup alone tells: whether a label is there, before the text, and not hidden in place. */
final class Page_Reader {

	/**
	 * What is wrong on a page.
	 *
	 * @param string $html The page.
	 * @param array  $due  The labels that it must show.
	 * @return string[] Faults.
	 */
	public static function faults( $html, array $due ) {
		$xpath  = new \DOMXPath( self::document( $html ) );
		$labels = $xpath->query( '//*[contains(concat(" ", normalize-space(@class), " "), " ls-disclosure ") or contains(concat(" ", normalize-space(@class), " "), " ls-age-mark ")]' );
		$faults = array();
		foreach ( $due as $label ) {
			if ( $label['own'] ?? false ) {
				if ( self::hides( $html, $label['text'] ) ) {
					$faults[] = Proof::fault( $label, 'hidden' );
				}
				continue;
			}
			$found = null;
			foreach ( $labels as $element ) {
				if ( self::same( $element->textContent, $label['text'] ) ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- Of DOM.
					$found = $element;
					break;
				}
			}
			if ( null === $found ) {
				$faults[] = Proof::fault( $label, 'absent' );
			} elseif ( self::is_hidden( $found ) ) {
				$faults[] = Proof::fault( $label, 'hidden' );
			} elseif ( in_array( $label['placement'], array( 'before-body', 'before-title' ), true ) && ! self::is_first( $found ) ) {
				$faults[] = Proof::fault( $label, 'late' );
			}
		}
		return $faults;
	}

	/**
	 * Whether an element holds a label's words.
	 *
	 * @param string $shown Of the page.
	 * @param string $text  Of the label.
	 */
	public static function same( $shown, $text ) {
		$fold = static function ( $words ) {
			return trim( mb_strtolower( preg_replace( '/[^\p{L}\p{N}+]+/u', ' ', $words ) ) );
		};
		return '' !== $fold( $text ) && false !== strpos( " {$fold( $shown )} ", " {$fold( $text )} " );
	}

	/**
	 * Whether nothing of the article's text stands before it within its container.
	 *
	 * @param \DOMElement $label The label.
	 */
	private static function is_first( \DOMElement $label ) {
		for ( $node = $label->previousSibling; $node; $node = $node->previousSibling ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- Of DOM.
			if ( $node instanceof \DOMElement ) {
				if ( ! preg_match( '/\bls-(disclosure|age-mark|label-group)\b/', $node->getAttribute( 'class' ) ) && '' !== trim( $node->textContent ) ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- Of DOM.
					return false;
				}
			} elseif ( $node instanceof \DOMText && '' !== trim( $node->nodeValue ) ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- Of DOM.
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether markup alone hides it.
	 *
	 * @param \DOMElement $label The label.
	 */
	private static function is_hidden( \DOMElement $label ) {
		for ( $node = $label; $node instanceof \DOMElement; $node = $node->parentNode ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- Of DOM.
			if ( self::hides_itself( $node->nodeName, $node->getAttribute( 'class' ), $node->getAttribute( 'style' ), $node->hasAttribute( 'hidden' ) || 'true' === $node->getAttribute( 'aria-hidden' ) ) ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- Of DOM.
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a piece of HTML holds a notice only where readers do not see it.
	 *
	 * @param string $html The text.
	 * @param string $text The notice.
	 */
	public static function hides( $html, $text ) {
		$document = self::document( $html );
		$seen     = false;
		foreach ( ( new \DOMXPath( $document ) )->query( '//body//*[not(*[normalize-space()])]' ) as $leaf ) {
			// The element that holds the words: a leaf, or the nearest around it that holds all of them.
			for ( $node = $leaf; $node instanceof \DOMElement && 'body' !== $node->nodeName; $node = $node->parentNode ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- Of DOM.
				if ( self::same( $node->textContent, $text ) ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- Of DOM.
					if ( ! self::is_hidden( $leaf ) ) {
						return false;
					}
					$seen = true;
					break;
				}
			}
		}
		return $seen;
	}

	/**
	 * Whether an element hides what stands in it.
	 *
	 * @param string $name   Its name.
	 * @param string $class  Its class.
	 * @param string $style  Its style.
	 * @param bool   $hidden Whether an attribute says so.
	 */
	public static function hides_itself( $name, $class, $style, $hidden ) {
		return $hidden || in_array( strtolower( $name ), array( 'template', 'noscript', 'details', 'script', 'style', 'textarea', 'title', 'option' ), true )
			|| preg_match( '/(^|[\s_-])(screen-reader-text|visually-?hidden|sr-only|hidden|hide|invisible)(\s|$)/i', $class )
			|| preg_match( '/(^|;)\s*(display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*(0|0?\.\d+)\s*(;|!|$)|position\s*:\s*(absolute|fixed)|text-indent\s*:\s*-|clip(-path)?\s*:|transform\s*:|(max-)?(height|width)\s*:\s*[01](px)?\s*(;|!|$)|color\s*:\s*transparent)/i', $style )
			|| self::is_tiny( $style );
	}

	/**
	 * Whether a style makes words smaller than anybody reads.
	 *
	 * @param string $style The style.
	 */
	private static function is_tiny( $style ) {
		if ( ! preg_match( '/(?:^|;)\s*font-size\s*:\s*([0-9.]+)(px|pt|r?em|%)?/i', $style, $match ) ) {
			return false;
		}
		$pixels = array(
			'px'  => 1,
			'pt'  => 4 / 3,
			'em'  => 16,
			'rem' => 16,
			'%'   => 0.16,
		);
		return (float) $match[1] * ( $pixels[ strtolower( $match[2] ?? 'px' ) ] ?? 1 ) < 10;
	}

	/**
	 * Reads HTML.
	 *
	 * @param string $html The page or a part of one.
	 */
	private static function document( $html ) {
		$document = new \DOMDocument();
		$before   = libxml_use_internal_errors( true );
		$document->loadHTML( '<?xml encoding="UTF-8"><body>' . $html, LIBXML_NONET );
		libxml_clear_errors();
		libxml_use_internal_errors( $before );
		return $document;
	}
}
