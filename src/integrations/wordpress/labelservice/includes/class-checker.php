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
		$due        = get_post_meta( $article->post_id, self::DUE, true );
		$report     = self::ask( $article );
		self::$last = $report;
		if ( Answer::REFUSED === $report->kind ) {
			Record::refused( $article, $report->detail );
			self::done( $article->post_id, $due );
			return State::REFUSED;
		}
		if ( ! $report->is_ok() || ! isset( $report->body['verdict'], $report->body['disclosures'] ) || ! is_array( $report->body['disclosures'] ) ) {
			self::later( $article->post_id, $report );
			return State::AWAY;
		}
		if ( Worker::$is_working && self::is_stale( $article ) ) {
			// Somebody saved it meanwhile, and asked about what it says now.
			self::due( $article->post_id, 5 );
			return State::of( Record::of( $article->post_id ) );
		}
		$labels = Client::labels( $article->data['externalId'] );
		$fits   = $labels->is_ok() && self::is_about( $labels->body, $report->body );
		// A test key stores nothing, so there are no labels but the check's own. Otherwise these lack what moderators decided, and must not stand for long.
		if ( $fits || ( Answer::UNKNOWN === $labels->kind && 0 === strpos( (string) Settings::get( 'key' ), 'test_' ) ) ) {
			self::done( $article->post_id, $due );
		} else {
			self::later( $article->post_id, $labels );
		}
		if ( 'partial' === ( $report->body['coverage'] ?? '' ) && Settings::is_strict() ) {
			self::due( $article->post_id, 6 * HOUR_IN_SECONDS );
		}
		Record::from_check( $article, $report->body, $fits ? $labels->body : null, $fits ? $labels->etag : '' );
		return State::of( Record::of( $article->post_id ), $article );
	}

	/**
	 * Fetches what the stored article must carry now; asks anew where the service holds another text than the site.
	 *
	 * @param Article $article The text.
	 * @return string The state.
	 */
	public static function refresh( Article $article ) {
		$id      = $article->post_id;
		$due     = get_post_meta( $id, self::DUE, true );
		$record  = Record::of( $id );
		$is_same = Record::knows( $record, $article ) && ! isset( $record['refused'] ) && ! ( 'partial' === $record['coverage'] && Settings::is_strict() )
			&& in_array( $article->data['url'] ?? '', array( '', $record['url'] ), true ) && ( $article->data['publishedAt'] ?? '' ) === $record['publishedAt'];
		if ( ! $is_same ) {
			return self::check( $article, true );
		}
		$labels = Client::labels( $article->data['externalId'], $record['etag'] );
		if ( Answer::UNKNOWN === $labels->kind || ( $labels->is_ok() && ! self::is_about( $labels->body, array( 'article' => array( 'externalId' => $article->data['externalId'], 'contentHash' => $record['contentHash'] ) ) ) ) ) {
			return self::check( $article, true );
		}
		self::$last = $labels;
		if ( Answer::SAME !== $labels->kind && ! $labels->is_ok() ) {
			self::later( $id, $labels );
			return State::AWAY;
		}
		self::done( $id, $due );
		if ( Worker::$is_working && self::is_stale( $article ) ) {
			self::due( $id, 5 );
		} elseif ( $labels->is_ok() ) {
			Record::from_labels( $id, $record, $labels->body, $labels->etag );
		} else {
			Record::seen( $id, $record );
		}
		return State::of( Record::of( $id ), $article );
	}

	/**
	 * Asks; what is too much to answer in full is asked about without the parts that only panels show.
	 *
	 * @param Article $article The text.
	 */
	private static function ask( Article $article ) {
		$report = Client::check( $article->request(), self::save_key( $article ) );
		if ( Answer::REFUSED === $report->kind && 'too-complex' === ( $report->body['code'] ?? '' ) ) {
			$report = Client::check( array_diff_key( $article->request(), array( 'include' => true ) ), wp_generate_uuid4() );
		}
		return $report;
	}

	/**
	 * Whether labels are of the very article and text that was asked about.
	 *
	 * @param array $labels The answer.
	 * @param array $report Of the check.
	 */
	private static function is_about( array $labels, array $report ) {
		return isset( $labels['verdict'], $labels['disclosures'] ) && is_array( $labels['disclosures'] )
			&& ( $labels['externalId'] ?? '' ) === ( $report['article']['externalId'] ?? null ) && ( $labels['contentHash'] ?? '' ) === ( $report['article']['contentHash'] ?? null );
	}

	/**
	 * Whether the post says something else by now than what was asked about.
	 *
	 * @param Article $article The text.
	 */
	private static function is_stale( Article $article ) {
		clean_post_cache( $article->post_id );
		$post = get_post( $article->post_id );
		return ! $post || Article::of( $post )->hash !== $article->hash;
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
	 * Nothing is owed any more, but what came while it was asked.
	 *
	 * @param int   $post_id The post.
	 * @param mixed $due     What was owed before.
	 */
	private static function done( $post_id, $due ) {
		if ( '' !== $due && false !== $due ) {
			delete_post_meta( $post_id, self::DUE, $due );
		}
		delete_post_meta( $post_id, self::TRIES );
		delete_post_meta( $post_id, self::SAVE );
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
