<?php
/**
 * Leaves.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Writes labels into the articles first; only then its data goes. */
final class Uninstaller {

	/** Everything. */
	public static function run() {
		foreach ( is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array( 0 ) as $site ) {
			if ( $site ) {
				switch_to_blog( $site );
			}
			self::leave();
			if ( $site ) {
				restore_current_blog();
			}
		}
	}

	/** One site. */
	private static function leave() {
		if ( 'remove' !== Settings::get( 'uninstall' ) ) {
			self::bake();
		}
		foreach ( array( Worker::EVENT, Proof::EVENT ) as $event ) {
			wp_unschedule_hook( $event );
		}
		global $wpdb;
		$wpdb->query( "DELETE FROM {$wpdb->postmeta} WHERE meta_key LIKE '\\_labelservice\\_%'" ); // phpcs:ignore WordPress.DB -- Once, at the end.
		$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name LIKE 'labelservice\\_%' OR option_name LIKE '\\_transient%labelservice\\_%'" ); // phpcs:ignore WordPress.DB -- As above.
		wp_cache_flush();
	}

	/** Writes the labels into the articles, a hundred at a time; an article that has them already is passed over. */
	private static function bake() {
		global $wpdb;
		$below = PHP_INT_MAX;
		do {
			$ids = array_map( 'intval', $wpdb->get_col( $wpdb->prepare( "SELECT post_id FROM {$wpdb->postmeta} WHERE meta_key = %s AND post_id < %d ORDER BY post_id DESC LIMIT 100", Record::META, $below ) ) ); // phpcs:ignore WordPress.DB -- In pages.
			foreach ( $ids as $id ) {
				$below = $id;
				$post  = get_post( $id );
				if ( ! $post || ! Record::of( $id ) ) {
					continue;
				}
				$content = self::baked( $post );
				if ( $content !== $post->post_content ) {
					// Past wp_update_post: no revision, no new date, and nobody is told that an article changed.
					$wpdb->update( $wpdb->posts, array( 'post_content' => $content ), array( 'ID' => $id ) ); // phpcs:ignore WordPress.DB -- As above.
					clean_post_cache( $id );
				}
				// Should it be cut off, it does not begin here again.
				delete_post_meta( $id, Record::META );
			}
		} while ( $ids );
	}

	/**
	 * The content with its labels: those around it as HTML blocks, those inside it in place.
	 *
	 * @param \WP_Post $post The post.
	 */
	private static function baked( \WP_Post $post ) {
		list( $top, $text, $bottom ) = Renderer::baked( $post );
		$block = static function ( $html ) use ( $post ) {
			$html = trim( $html );
			if ( '' === $html || ! has_blocks( $post->post_content ) ) {
				return '' === $html ? '' : "{$html}\n\n";
			}
			return "<!-- wp:html -->\n{$html}\n<!-- /wp:html -->\n";
		};
		return $block( $top ) . $text . ( '' === trim( $bottom ) ? '' : "\n" . $block( $bottom ) );
	}
}
