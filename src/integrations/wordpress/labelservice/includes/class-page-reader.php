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
		$document = new \DOMDocument();
		$before   = libxml_use_internal_errors( true );
		$document->loadHTML( '<?xml encoding="UTF-8">' . $html, LIBXML_NONET );
		libxml_clear_errors();
		libxml_use_internal_errors( $before );
		$xpath  = new \DOMXPath( $document );
		$labels = $xpath->query( '//*[contains(concat(" ", normalize-space(@class), " "), " ls-disclosure ") or contains(concat(" ", normalize-space(@class), " "), " ls-age-mark ")]' );
		$faults = array();
		foreach ( $due as $label ) {
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
			if ( $node->hasAttribute( 'hidden' ) || 'true' === $node->getAttribute( 'aria-hidden' ) || in_array( $node->nodeName, array( 'template', 'noscript', 'details' ), true ) || preg_match( '/display\s*:\s*none|visibility\s*:\s*hidden/i', $node->getAttribute( 'style' ) ) ) { // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- Of DOM.
				return true;
			}
		}
		return false;
	}
}
