<?php
/**
 * What is known of a post's labels.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/**
 * Kept in post meta; pages are made from it alone. It holds the post's own id: a copy of a post, whose meta was copied with it, has no record.
 */
final class Record {

	const META  = '_labelservice_record';
	const STATE = '_labelservice_state';
	/** More labels than an article can have: somebody looks. */
	const MOST  = 40;

	/**
	 * The record, or null.
	 *
	 * @param int $post_id The post.
	 * @return array|null
	 */
	public static function of( $post_id ) {
		$record = $post_id ? get_post_meta( $post_id, self::META, true ) : null;
		return is_array( $record ) && isset( $record['post'] ) && (int) $record['post'] === (int) $post_id ? $record : null;
	}

	/**
	 * Stores what a check and the labels of today said.
	 *
	 * @param Article    $article The article that was sent.
	 * @param array      $report  The answer to the check.
	 * @param array|null $labels  The answer of GET /v1/labels, where there is one.
	 * @param string     $etag    Of the labels.
	 */
	public static function from_check( Article $article, array $report, $labels, $etag ) {
		self::put( $article->post_id, self::trial( $article, $report, $labels, $etag ) );
	}

	/**
	 * What a check's answer says, for showing alone.
	 *
	 * @param Article    $article The article that was sent.
	 * @param array      $report  The answer to the check.
	 * @param array|null $labels  The answer of GET /v1/labels, where there is one.
	 * @param string     $etag    Of the labels.
	 */
	public static function trial( Article $article, array $report, $labels = null, $etag = '' ) {
		$record = array(
			'post'        => $article->post_id,
			'hash'        => $article->hash,
			'url'         => isset( $article->data['url'] ) ? $article->data['url'] : '',
			'publishedAt' => isset( $article->data['publishedAt'] ) ? $article->data['publishedAt'] : '',
			'checkId'     => (string) ( $report['id'] ?? '' ),
			'language'    => (string) ( $report['article']['language'] ?? '' ),
			'contentHash' => (string) ( $report['article']['contentHash'] ?? '' ),
			'ruleset'     => (string) ( $report['ruleset']['version'] ?? '' ),
			'coverage'    => (string) ( $report['coverage'] ?? 'full' ),
			'notices'     => array_values( array_filter( array_map( array( __CLASS__, 'sentence' ), (array) ( $report['notices'] ?? array() ) ) ) ),
			'jsonLd'      => (array) ( $report['labelled']['jsonLd'] ?? array() ),
			'near'        => Markup::near( (array) ( $report['nearMisses'] ?? array() ) ),
			'waiting'     => Markup::labels( array_filter( (array) ( $report['disclosures'] ?? array() ), array( __CLASS__, 'is_pending' ) ) ),
			'review'      => self::review( $report['review'] ?? null ),
		);
		return array_merge( $record, self::labels( null === $labels ? $report : $labels, $etag, (string) ( $article->data['body'] ?? '' ) ) );
	}

	/**
	 * The service cannot check this text. What was known of an earlier one is still shown.
	 *
	 * @param Article $article The text.
	 * @param string  $why     In the service's words.
	 */
	public static function refused( Article $article, $why ) {
		$before = self::of( $article->post_id );
		self::put( $article->post_id, array_merge( null === $before ? self::trial( $article, array() ) : $before, array( 'hash' => $article->hash, 'refused' => sanitize_text_field( $why ), 'fetchedAt' => time() ) ) );
	}

	/**
	 * Nothing has changed at the service.
	 *
	 * @param int   $post_id The post.
	 * @param array $record  What is known.
	 */
	public static function seen( $post_id, array $record ) {
		$record['fetchedAt'] = time();
		update_post_meta( $post_id, self::META, wp_slash( $record ) );
	}

	/**
	 * Takes in what GET /v1/labels says now.
	 *
	 * @param int    $post_id The post.
	 * @param array  $record  What was known.
	 * @param array  $labels  The answer.
	 * @param string $etag    Of it.
	 */
	public static function from_labels( $post_id, array $record, array $labels, $etag ) {
		$now = array_merge( $record, self::labels( $labels, $etag, (string) ( Article::of( get_post( $post_id ) )->data['body'] ?? '' ) ) );
		unset( $now['refused'] );
		if ( ! $now['pending'] ) {
			$now['waiting'] = array();
			if ( $now['review'] ) {
				$now['review']['state'] = 'decided';
			}
		}
		self::put( $post_id, $now );
	}

	/**
	 * Whether what is known is about this very text.
	 *
	 * @param array|null $record  The record.
	 * @param Article    $article The article.
	 */
	public static function knows( $record, Article $article ) {
		return null !== $record && hash_equals( (string) $record['hash'], $article->hash );
	}

	/**
	 * Writes the state by which lists filter.
	 *
	 * @param int    $post_id The post.
	 * @param string $state   One of State's.
	 */
	public static function set_state( $post_id, $state ) {
		if ( get_post_meta( $post_id, self::STATE, true ) !== $state ) {
			update_post_meta( $post_id, self::STATE, $state );
			delete_transient( 'labelservice_counts' );
			// Whether the site's own notice is shown follows the state.
			Caches::purge( $post_id );
		}
	}

	/**
	 * The members that labels of today and a check's answer share.
	 *
	 * @param array  $answer The answer.
	 * @param string $etag   Of it.
	 * @param string $body   The text as HTML.
	 */
	private static function labels( array $answer, $etag, $body ) {
		$disclosures = array_values( array_filter( (array) ( $answer['disclosures'] ?? array() ), 'is_array' ) );
		$labels      = Markup::labels( array_slice( array_filter( $disclosures, static function ( $disclosure ) {
			return in_array( $disclosure['status'] ?? '', array( 'missing', 'incorrect', 'present', 'unneeded' ), true );
		} ), 0, self::MOST ) );
		foreach ( $labels as $i => $label ) {
			// A notice that readers cannot see is none.
			$labels[ $i ]['hidden'] = 'present' === $label['status'] && array() !== array_filter( self::notices_in( $label ), static function ( $text ) use ( $body ) {
				return Page_Reader::hides( $body, $text );
			} );
		}
		return array(
			'fetchedAt' => time(),
			'etag'      => $etag,
			'verdict'   => (string) ( $answer['verdict'] ?? '' ),
			'pending'   => self::needs_somebody( $answer, $disclosures ),
			'labels'    => $labels,
			'age'       => Markup::age( $answer['ageRating'] ?? null ),
			'source'    => Markup::source( $answer['source'] ?? null ),
			'flags'     => Markup::flags( (array) ( $answer['flags'] ?? array() ) ),
			'decidedBy' => (string) ( $answer['decidedBy'] ?? 'rules' ),
		);
	}

	/**
	 * Stores, and has pages made anew where what readers see changed.
	 *
	 * @param int   $post_id The post.
	 * @param array $record  The record.
	 */
	private static function put( $post_id, array $record ) {
		if ( array() === $record['labels'] && null === $record['age'] ) {
			delete_post_meta( $post_id, Proof::DRIFT );
		}
		$before = self::of( $post_id );
		update_post_meta( $post_id, self::META, wp_slash( $record ) );
		$seen = static function ( $of ) {
			return null === $of ? null : array( $of['labels'], $of['age'], $of['source'], $of['pending'], $of['hash'] );
		};
		if ( $seen( $before ) !== $seen( $record ) ) {
			Caches::purge( $post_id );

			/**
			 * The labels of a post have changed.
			 *
			 * @param int        $post_id The post.
			 * @param array      $record  What is known now.
			 * @param array|null $before  What was known.
			 */
			do_action( 'labelservice_labels_changed', $post_id, $record, $before );
		}
	}

	/**
	 * The words by which a label stands in the text.
	 *
	 * @param array $label A label.
	 */
	private static function notices_in( array $label ) {
		return wp_list_pluck( wp_list_filter( $label['evidence'], array( 'kind' => 'notice' ) ), 'text' );
	}

	/**
	 * Whether a person must look: because the service says so, or says something that this version does not know, or too much.
	 *
	 * @param array $answer      The answer.
	 * @param array $disclosures Of it.
	 */
	private static function needs_somebody( array $answer, array $disclosures ) {
		$known = array( 'missing', 'incorrect', 'present', 'unneeded' );
		foreach ( $disclosures as $disclosure ) {
			if ( ! in_array( $disclosure['status'] ?? '', $known, true ) ) {
				return true;
			}
		}
		foreach ( array_filter( (array) ( $answer['flags'] ?? array() ), 'is_array' ) as $flag ) {
			if ( ! in_array( $flag['action'] ?? '', array( 'track', 'suggest', 'block' ), true ) ) {
				return true;
			}
		}
		return ! in_array( $answer['verdict'] ?? '', array( 'compliant', 'action-required' ), true ) || count( $disclosures ) > self::MOST;
	}

	/**
	 * Whether a moderator decides it.
	 *
	 * @param mixed $disclosure Of an answer.
	 */
	private static function is_pending( $disclosure ) {
		return is_array( $disclosure ) && 'pending' === ( $disclosure['status'] ?? '' );
	}

	/**
	 * A notice of an answer.
	 *
	 * @param mixed $notice As sent.
	 */
	private static function sentence( $notice ) {
		$text = is_array( $notice ) ? ( $notice['message'] ?? '' ) : $notice;
		return is_string( $text ) ? sanitize_text_field( $text ) : '';
	}

	/**
	 * The review of an answer.
	 *
	 * @param mixed $review As sent.
	 */
	private static function review( $review ) {
		return is_array( $review ) ? array(
			'id'    => (string) ( $review['id'] ?? '' ),
			'state' => (string) ( $review['state'] ?? '' ),
			'url'   => esc_url_raw( (string) ( $review['url'] ?? '' ), array( 'http', 'https' ) ),
		) : null;
	}
}
