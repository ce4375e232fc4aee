<?php
/**
 * What panels show of a post.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** The same for the block editor and the classic one. */
final class View {

	/**
	 * A post as stored.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function of( \WP_Post $post ) {
		$record = Record::of( $post->ID );
		$state  = (string) get_post_meta( $post->ID, Record::STATE, true );
		$reason = (string) get_post_meta( $post->ID, Gate::REASON, true );
		return array_merge(
			self::labels( $record ),
			array(
				'state'     => null === $record && '' === $state ? State::UNCHECKED : $state,
				'stateName' => State::name( '' === $state ? State::UNCHECKED : $state ),
				'held'      => (bool) get_post_meta( $post->ID, Gate::INTENT, true ),
				'stopped'   => 'pending' === $post->post_status ? $reason : '',
				'message'   => 'pending' === $post->post_status && '' !== $reason ? self::why_stopped( $post ) : '',
				'messages'  => self::messages( $post->ID ),
				'review'    => $record ? $record['review'] : null,
				'policy'    => Settings::get( 'policy' ),
				'mayBreak'  => current_user_can( Settings::break_glass_capability() ) && current_user_can( 'edit_post', $post->ID ) && current_user_can( 'publish_post', $post->ID ),
			)
		);
	}

	/**
	 * The labels of a record or of a trial.
	 *
	 * @param array|null $record What is known.
	 */
	public static function labels( $record ) {
		$record = null === $record ? array() : $record;
		$each   = static function ( $label ) {
			return array(
				'id'     => $label['id'],
				'type'   => $label['type'],
				'status' => $label['status'],
				'name'   => self::status( $label['status'] ),
				'text'   => implode( "\n", $label['text'] ),
				'place'  => self::place( $label['placement'] ),
				'why'    => $label['why'],
				'basis'  => $label['basis'],
				'needs'  => array_map( array( __CLASS__, 'need' ), $label['needs'] ),
				'quote'  => isset( $label['evidence'][0] ) ? $label['evidence'][0]['text'] : '',
			);
		};
		return array(
			'known'   => array() !== $record,
			'checkId' => $record['checkId'] ?? '',
			'labels'  => array_map( $each, $record['labels'] ?? array() ),
			'waiting' => array_map( $each, $record['waiting'] ?? array() ),
			'age'     => isset( $record['age'] ) ? array(
				'value' => $record['age']['value'],
				'name'  => self::status( $record['age']['status'] ),
				'why'   => $record['age']['why'],
			) : null,
			'source'  => $record['source']['name'] ?? '',
			'near'    => $record['near'] ?? array(),
			'flags'   => $record['flags'] ?? array(),
			'notices' => $record['notices'] ?? array(),
		);
	}

	/**
	 * Why it is not public, and what happens next.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function why_stopped( \WP_Post $post ) {
		$why  = array(
			State::AWAY    => __( 'The label service gave no answer about this text, so it was not published.', 'labelservice' ),
			State::PARTIAL => __( 'A register at the label service is out of date, so the article was not published.', 'labelservice' ),
			State::PENDING => __( 'A moderator must decide about a label first, so the article was not published.', 'labelservice' ),
			State::LACKING => __( 'A label cannot be made because data is lacking (see below), so the article was not published.', 'labelservice' ),
			/* translators: %s: what the service says. */
			State::REFUSED => sprintf( __( 'The label service cannot check this text: %s Shorten or simplify it; it was not published.', 'labelservice' ), (string) ( Record::of( $post->ID )['refused'] ?? '' ) ),
			State::BLOCKED => __( 'A rule holds this article back (see below), so it was not published.', 'labelservice' ),
		);
		$state = (string) get_post_meta( $post->ID, Gate::REASON, true );
		$next  = get_post_meta( $post->ID, Gate::INTENT, true )
			? __( 'It will be published by itself once the labels are known; editing the text ends that.', 'labelservice' )
			: __( 'It is saved as pending; publish it again once this is settled.', 'labelservice' );
		return ( isset( $why[ $state ] ) ? $why[ $state ] : $why[ State::AWAY ] ) . ' ' . $next;
	}

	/**
	 * What moderators said.
	 *
	 * @param int $post_id The post.
	 */
	private static function messages( $post_id ) {
		$own = array_filter(
			(array) get_post_meta( $post_id, Changes::MESSAGES, true ),
			static function ( $message ) use ( $post_id ) {
				return is_array( $message ) && (int) $message['post'] === $post_id;
			}
		);
		return array_map(
			static function ( $message ) {
				return array(
					'at'       => wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), $message['at'] ),
					'text'     => $message['text'],
					'question' => 'review.question' === $message['type'],
				);
			},
			array_reverse( array_values( $own ) )
		);
	}

	/**
	 * The status of a label in words.
	 *
	 * @param string $status Of the service.
	 */
	private static function status( $status ) {
		$names = array(
			'missing'   => __( 'will be added', 'labelservice' ),
			'present'   => __( 'stands in the text', 'labelservice' ),
			'incorrect' => __( 'stands in the text with wrong words; the right ones will be added, please remove yours', 'labelservice' ),
			'unneeded'  => __( 'stands in the text, and nothing asks for it', 'labelservice' ),
			'pending'   => __( 'a moderator decides', 'labelservice' ),
			'declared'  => __( 'stands in the text', 'labelservice' ),
		);
		return isset( $names[ $status ] ) ? $names[ $status ] : $status;
	}

	/**
	 * Where a label goes, in words.
	 *
	 * @param string $placement Of the service.
	 */
	private static function place( $placement ) {
		$names = array(
			'before-title' => __( 'before the title', 'labelservice' ),
			'before-body'  => __( 'before the text', 'labelservice' ),
			'at-mention'   => __( 'after the name', 'labelservice' ),
			'on-media'     => __( 'at the picture or film', 'labelservice' ),
			'after-body'   => __( 'after the text', 'labelservice' ),
		);
		return isset( $names[ $placement ] ) ? $names[ $placement ] : $placement;
	}

	/**
	 * What is lacking, in words.
	 *
	 * @param string $path Such as attributes.erid.
	 */
	private static function need( $path ) {
		$names = array(
			'attributes.erid'       => __( 'the advertising token (erid)', 'labelservice' ),
			'attributes.advertiser' => __( 'the advertiser', 'labelservice' ),
		);
		return isset( $names[ $path ] ) ? $names[ $path ] : $path;
	}
}
