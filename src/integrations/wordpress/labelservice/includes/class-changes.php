<?php
/**
 * What happened to articles at the service.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Reads /v1/changes from where it stopped. A webhook only says "look now", so nothing depends on its order, and nothing is lost where none arrives. */
final class Changes {

	const CURSOR   = 'labelservice_cursor';
	const MESSAGES = '_labelservice_messages';

	/**
	 * Takes in what happened, and makes the posts due.
	 *
	 * @param float $until When to stop.
	 * @return int How many events.
	 */
	public static function poll( $until ) {
		$count = 0;
		do {
			Client::fresh_budget( Client::JOB );
			$answer = Client::changes( (string) get_option( self::CURSOR, '' ) );
			if ( Answer::REFUSED === $answer->kind && '' !== (string) get_option( self::CURSOR, '' ) ) {
				// Another service, or its store is another one: from the beginning.
				update_option( self::CURSOR, '', false );
				return $count;
			}
			if ( ! $answer->is_ok() || ! isset( $answer->body['events'], $answer->body['cursor'] ) ) {
				return $count;
			}
			foreach ( (array) $answer->body['events'] as $event ) {
				self::take( (array) $event );
				++$count;
			}
			update_option( self::CURSOR, (string) $answer->body['cursor'], false );
			update_option( 'labelservice_polled', time(), false );
		} while ( ! empty( $answer->body['more'] ) && microtime( true ) < $until );
		return $count;
	}

	/**
	 * One event.
	 *
	 * @param array $event As sent.
	 */
	private static function take( array $event ) {
		$post_id = Article::post_id( (string) ( $event['externalId'] ?? '' ) );
		if ( ! $post_id || ! get_post( $post_id ) ) {
			return;
		}
		update_post_meta( $post_id, Checker::DUE, time() );
		foreach ( self::words( $event ) as $words ) {
			self::say( $post_id, (string) ( $event['type'] ?? '' ), (int) strtotime( (string) ( $event['at'] ?? '' ) ), $words );
		}
	}

	/**
	 * What the author learns.
	 *
	 * @param array $event As sent.
	 */
	private static function words( array $event ) {
		$data = (array) ( $event['data'] ?? array() );
		if ( 'review.question' === ( $event['type'] ?? '' ) ) {
			return array( (string) ( $data['text'] ?? $data['question'] ?? '' ) );
		}
		$words = array();
		foreach ( (array) ( $data['decisions'] ?? array() ) as $decision ) {
			$actions = array(
				'approve' => __( 'Approved', 'labelservice' ),
				'reject'  => __( 'Rejected', 'labelservice' ),
				'edit'    => __( 'Approved with other words', 'labelservice' ),
			);
			$action  = (string) ( $decision['action'] ?? '' );
			$words[] = trim( ( isset( $actions[ $action ] ) ? $actions[ $action ] : $action ) . ': ' . ( $decision['rule'] ?? '' ) . '. ' . ( $decision['reason'] ?? '' ) );
		}
		return $words;
	}

	/**
	 * Keeps a message for the author's panel, the last ten.
	 *
	 * @param int    $post_id The post.
	 * @param string $type    Of the event.
	 * @param int    $at      When.
	 * @param string $words   What.
	 */
	private static function say( $post_id, $type, $at, $words ) {
		if ( '' === trim( $words ) ) {
			return;
		}
		$messages   = array_filter( (array) get_post_meta( $post_id, self::MESSAGES, true ), 'is_array' );
		$messages[] = array(
			'post' => $post_id,
			'type' => sanitize_text_field( $type ),
			'at'   => $at,
			'text' => sanitize_textarea_field( $words ),
		);
		update_post_meta( $post_id, self::MESSAGES, wp_slash( array_slice( $messages, -10 ) ) );
	}
}
