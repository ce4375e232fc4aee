<?php
/**
 * Labels where no style sheet goes.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Feeds, and articles after the plugin is gone: size and contrast stand in the markup itself. */
final class Inline_Style {

	/**
	 * Gives labels their look in place.
	 *
	 * @param string $html With labels.
	 */
	public static function of( $html ) {
		return preg_replace_callback(
			'/<(p|span)\b([^>]*\bclass="ls-(disclosure|age-mark|source)"[^>]*)>/',
			static function ( $tag ) {
				if ( false !== strpos( $tag[2], ' style=' ) ) {
					return $tag[0];
				}
				$ratio = preg_match( '/data-font-ratio="([0-9.]+)"/', $tag[2], $match ) ? (float) $match[1] : 1.0;
				$style = 'p' === $tag[1] && 'source' !== $tag[3] ? 'border:1px solid #17171a;padding:.75em;margin:.75em 0;font-weight:600;' : '';
				$style .= $ratio > 1 ? "font-size:{$ratio}em;line-height:1.25;" : '';
				$style .= false !== strpos( $tag[2], 'data-contrast="high"' ) ? 'color:#fff;background:#17171a;' : ( 'p' === $tag[1] && 'source' !== $tag[3] ? 'color:#17171a;background:#f2f1ec;' : '' );
				return '' === $style ? $tag[0] : "<{$tag[1]}{$tag[2]} style=\"{$style}\">";
			},
			$html
		);
	}
}
