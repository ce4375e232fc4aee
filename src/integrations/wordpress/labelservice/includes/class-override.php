<?php
/**
 * Publishing without waiting for labels.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/**
 * Somebody takes the responsibility for one text, says why, and somebody else looks at it later.
 */
final class Override {

	/** A break-glass publication: who, when, why, seen by whom. */
	const META = '_labelservice_override';

	/**
	 * Publishes without waiting.
	 *
	 * @param \WP_Post $post   The post.
	 * @param string   $reason Why.
	 */
	public static function publish( \WP_Post $post, $reason ) {
		add_post_meta(
			$post->ID,
			self::META,
			wp_slash(
				array(
					'id'     => wp_generate_uuid4(),
					'post'   => $post->ID,
					'hash'   => Article::of( $post, array( 'post_status' => 'publish' ) )->hash,
					'by'     => get_current_user_id(),
					'at'     => time(),
					'reason' => $reason,
					'state'  => (string) get_post_meta( $post->ID, Record::STATE, true ),
					'seenBy' => 0,
				)
			)
		);
		/* translators: %s: a reason. */
		Alerts::raise( 'override', sprintf( __( 'An article was published without waiting for its labels. The reason given: %s', 'labelservice' ), $reason ), $post->ID );
		return Gate::release( $post );
	}

	/**
	 * Whether somebody took the responsibility for this very text.
	 *
	 * @param Article $article The text.
	 */
	public static function covers( Article $article ) {
		foreach ( self::of( $article->post_id ) as $override ) {
			if ( $override['hash'] === $article->hash ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The break-glass publications of a post, the newest first.
	 *
	 * @param int $post_id The post.
	 * @return array[]
	 */
	public static function of( $post_id ) {
		return array_reverse(
			array_filter(
				$post_id ? get_post_meta( $post_id, self::META ) : array(),
				static function ( $override ) use ( $post_id ) {
					return is_array( $override ) && isset( $override['id'], $override['post'] ) && (int) $override['post'] === (int) $post_id;
				}
			)
		);
	}
}
