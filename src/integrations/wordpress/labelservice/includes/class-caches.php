<?php
/**
 * Pages that others keep.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Page caches follow saved posts, not meta: a changed label must tell them. */
final class Caches {

	/**
	 * Has every page of a post made anew.
	 *
	 * @param int $post_id The post.
	 */
	public static function purge( $post_id ) {
		clean_post_cache( $post_id );
		foreach ( array( 'wp_cache_post_change', 'w3tc_flush_post', 'rocket_clean_post', 'wpfc_clear_post_cache_by_id' ) as $purge ) {
			if ( function_exists( $purge ) ) {
				$purge( $post_id );
			}
		}
		do_action( 'litespeed_purge_post', $post_id ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- LiteSpeed's own hook.

		/**
		 * Pages that show this post must be made anew: purge a CDN here.
		 *
		 * @param int $post_id The post.
		 */
		do_action( 'labelservice_purge', $post_id );
	}
}
