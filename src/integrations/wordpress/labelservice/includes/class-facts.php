<?php
/**
 * What a text cannot show.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Facts that the author states: that the text is paid for, made with AI, taken from somebody. Kept as one meta value that the editor saves. */
final class Facts {

	const META  = '_labelservice_facts';
	const KINDS = array( 'news', 'opinion', 'satire', 'advertisement', 'press-release', 'review', 'archive', 'social-post' );
	const AI    = array( 'none', 'assisted', 'generated' );

	/** Hooks. */
	public static function hook() {
		add_action( 'init', array( __CLASS__, 'register' ), 20 );
	}

	/** Lets the block editor save them with the post. */
	public static function register() {
		$text = array( 'type' => 'string' );
		foreach ( (array) Settings::get( 'post_types' ) as $type ) {
			register_post_meta(
				$type,
				self::META,
				array(
					'single'            => true,
					'type'              => 'object',
					'default'           => array(),
					'sanitize_callback' => array( __CLASS__, 'sanitize' ),
					'auth_callback'     => static function ( $allowed, $key, $post_id ) {
						return current_user_can( 'edit_post', $post_id );
					},
					'show_in_rest'      => array(
						'schema' => array(
							'context'              => array( 'edit' ),
							'additionalProperties' => false,
							'properties'           => array(
								'kind'       => $text,
								'sponsored'  => array( 'type' => 'boolean' ),
								'advertiser' => $text,
								'erid'       => $text,
								'ai'         => $text,
								'sourceName' => $text,
								'sourceUrl'  => $text,
							),
						),
					),
				)
			);
		}
	}

	/**
	 * Only what is known, only as it may be.
	 *
	 * @param mixed $value What was sent.
	 */
	public static function sanitize( $value ) {
		$value = array_filter( (array) $value, 'is_scalar' );
		$facts = array();
		foreach ( array( 'advertiser', 'erid', 'sourceName' ) as $name ) {
			$text = isset( $value[ $name ] ) ? mb_substr( sanitize_text_field( $value[ $name ] ), 0, 300 ) : '';
			if ( '' !== $text ) {
				$facts[ $name ] = $text;
			}
		}
		$url = isset( $value['sourceUrl'] ) ? esc_url_raw( $value['sourceUrl'], array( 'http', 'https' ) ) : '';
		if ( '' !== $url ) {
			$facts['sourceUrl'] = $url;
		}
		if ( isset( $value['kind'] ) && in_array( $value['kind'], self::KINDS, true ) && 'news' !== $value['kind'] ) {
			$facts['kind'] = $value['kind'];
		}
		if ( isset( $value['ai'] ) && in_array( $value['ai'], self::AI, true ) && 'none' !== $value['ai'] ) {
			$facts['ai'] = $value['ai'];
		}
		if ( ! empty( $value['sponsored'] ) ) {
			$facts['sponsored'] = true;
		}
		return $facts;
	}

	/**
	 * Those of a post.
	 *
	 * @param int $post_id The post.
	 */
	public static function of( $post_id ) {
		return $post_id ? self::sanitize( get_post_meta( $post_id, self::META, true ) ) : array();
	}
}
