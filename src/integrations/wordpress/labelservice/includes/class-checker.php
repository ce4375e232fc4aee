<?php
/**
 * Asks about a post.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** One way for all who ask: the editor, a save, the gate, the worker. */
final class Checker {

	const DUE   = '_labelservice_due';
	const TRIES = '_labelservice_tries';
	const SAVE  = '_labelservice_save';

	/** The last answer, for whoever shows why there is none. @var Answer|null */
	public static $last = null;

	/**
	 * Asks about a text, unless it is known, and stores what comes.
	 *
	 * @param Article $article The text.
	 * @param bool    $again   Ask even where it is known.
	 * @return string The state.
	 */
	public static function check( Article $article, $again = false ) {
		$record = Record::of( $article->post_id );
		if ( ! $again && Record::knows( $record, $article ) ) {
			return State::of( $record, $article );
		}
		$report     = Client::check( $article->request(), self::save_key( $article ) );
		self::$last = $report;
		if ( ! $report->is_ok() || ! isset( $report->body['verdict'], $report->body['disclosures'] ) || ! is_array( $report->body['disclosures'] ) ) {
			self::later( $article->post_id, $report );
			return State::AWAY;
		}
		$labels = Client::labels( $article->data['externalId'] );
		if ( Answer::AWAY === $labels->kind ) {
			// The check's own answer lacks what moderators decided: it must not stand for long.
			self::later( $article->post_id, $labels );
		} else {
			self::done( $article->post_id );
		}
		if ( 'partial' === ( $report->body['coverage'] ?? '' ) && Settings::get( 'strict' ) ) {
			self::due( $article->post_id, 6 * HOUR_IN_SECONDS );
		}
		Record::from_check( $article, $report->body, $labels->is_ok() ? $labels->body : null, $labels->etag );
		return State::of( Record::of( $article->post_id ), $article );
	}

	/**
	 * Fetches what the stored article must carry now; asks anew where the service holds another text than the site.
	 *
	 * @param \WP_Post $post The post.
	 * @return string The state.
	 */
	public static function refresh( \WP_Post $post ) {
		$article = Article::of( $post );
		$record  = Record::of( $post->ID );
		$is_same = Record::knows( $record, $article ) && ! ( 'partial' === $record['coverage'] && Settings::get( 'strict' ) ) && $record['url'] === ( $article->data['url'] ?? '' ) && ( $article->data['publishedAt'] ?? '' ) === $record['publishedAt'];
		if ( ! $is_same ) {
			return self::check( $article, true );
		}
		$labels = Client::labels( $article->data['externalId'], $record['etag'] );
		if ( Answer::UNKNOWN === $labels->kind || ( $labels->is_ok() && ( $labels->body['contentHash'] ?? '' ) !== $record['contentHash'] ) ) {
			return self::check( $article, true );
		}
		if ( Answer::SAME !== $labels->kind && ! $labels->is_ok() ) {
			self::$last = $labels;
			self::later( $post->ID, $labels );
			return State::of( $record, $article );
		}
		self::done( $post->ID );
		if ( $labels->is_ok() ) {
			Record::from_labels( $post->ID, $record, $labels->body, $labels->etag );
		}
		return State::of( Record::of( $post->ID ), $article );
	}

	/**
	 * Has the worker look at a post.
	 *
	 * @param int $post_id The post.
	 * @param int $seconds From now.
	 */
	public static function due( $post_id, $seconds = 0 ) {
		update_post_meta( $post_id, self::DUE, time() + $seconds );
		Worker::wake( $seconds );
	}

	/**
	 * After a failure: again where that can help, with a growing wait; never by itself where only a person can help.
	 *
	 * @param int    $post_id The post.
	 * @param Answer $answer  What came.
	 */
	private static function later( $post_id, Answer $answer ) {
		if ( ! $post_id ) {
			return;
		}
		if ( Answer::REFUSED === $answer->kind ) {
			self::done( $post_id );
			return;
		}
		if ( Answer::KEY === $answer->kind ) {
			// Asked again when the key was changed, and now and then in case it was mended at the service.
			update_post_meta( $post_id, self::DUE, time() + 6 * HOUR_IN_SECONDS );
			return;
		}
		$tries = (int) get_post_meta( $post_id, self::TRIES, true );
		$wait  = min( HOUR_IN_SECONDS, 15 * ( 2 ** min( $tries, 8 ) ) );
		$wait  = max( (int) $answer->retry_after, (int) ( $wait * wp_rand( 75, 125 ) / 100 ) );
		update_post_meta( $post_id, self::TRIES, $tries + 1 );
		self::due( $post_id, $wait );
	}

	/**
	 * Nothing is owed any more.
	 *
	 * @param int $post_id The post.
	 */
	private static function done( $post_id ) {
		foreach ( array( self::DUE, self::TRIES, self::SAVE ) as $meta ) {
			delete_post_meta( $post_id, $meta );
		}
	}

	/**
	 * The idempotency key of a save: the same while the same text is asked about again after a failure, another one where an earlier text comes back.
	 *
	 * @param Article $article The text.
	 */
	private static function save_key( Article $article ) {
		$hash = md5( wp_json_encode( $article->request() ) );
		$save = get_post_meta( $article->post_id, self::SAVE, true );
		if ( ! is_array( $save ) || ( $save['hash'] ?? '' ) !== $hash ) {
			$save = array(
				'hash' => $hash,
				'key'  => 'wp-' . $article->post_id . '-' . wp_generate_uuid4(),
			);
			update_post_meta( $article->post_id, self::SAVE, $save );
		}
		return $save['key'];
	}
}
