<?php
/**
 * Goes round all public posts, for ever.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/**
 * A little each minute, without asking anybody: a post whose text is not the one that is known (written past WordPress, its author renamed, a reusable
 * block changed) or whose labels are old becomes due. What webhooks, hooks and cursors missed is found here.
 */
final class Round {

	const OPTION = 'labelservice_round';
	const PAGE   = 100;
	const OLD    = WEEK_IN_SECONDS;

	/** Begins from the newest post; what was known before is asked about again where it is about another service or address. */
	public static function anew() {
		update_option(
			self::OPTION,
			array(
				'below' => PHP_INT_MAX,
				'since' => time(),
			),
			false
		);
		Worker::wake();
	}

	/** Looks sooner, for a reason that does not touch what is known of others. */
	public static function sooner() {
		$now = self::now();
		update_option( self::OPTION, array( 'below' => PHP_INT_MAX ) + $now, false );
		Worker::wake();
	}

	/**
	 * A part of the round.
	 *
	 * @param float $until When to stop.
	 * @return int How many posts became due.
	 */
	public static function step( $until ) {
		$prefix = Article::prefix();
		if ( get_option( 'labelservice_prefix' ) !== $prefix ) {
			// A site that moved is another one to the service.
			update_option( 'labelservice_prefix', $prefix, false );
			self::anew();
		}
		$now   = self::now();
		$posts = self::posts( $now['below'] );
		$due   = 0;
		foreach ( $posts as $post ) {
			$due         += self::look( $post, $now['since'] ) ? 1 : 0;
			$now['below'] = $post->ID;
			if ( microtime( true ) > $until ) {
				break;
			}
		}
		if ( count( $posts ) < self::PAGE && $posts && $now['below'] === end( $posts )->ID ) {
			$now['below'] = 0;
		}
		if ( ! $posts ) {
			$now['below'] = PHP_INT_MAX;
		}
		update_option( self::OPTION, $now, false );
		return $due;
	}

	/**
	 * Makes a post due where it must be asked about.
	 *
	 * @param \WP_Post $post  The post.
	 * @param int      $since What is known from before counts as old.
	 */
	private static function look( \WP_Post $post, $since ) {
		$record = Record::of( $post->ID );
		if ( get_post_meta( $post->ID, Checker::DUE, true ) || ( null === $record && self::is_backfills( $post ) ) ) {
			return false;
		}
		$article = Article::of( $post );
		$known   = Record::knows( $record, $article );
		if ( $known && $record['fetchedAt'] >= max( $since, time() - self::OLD ) ) {
			return false;
		}
		if ( ! $known ) {
			Record::set_state( $post->ID, State::AWAY );
		}
		update_post_meta( $post->ID, Checker::DUE, time() );
		return true;
	}

	/**
	 * Whether a post is older than the plugin and was never asked about.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function is_backfills( \WP_Post $post ) {
		$since = (int) get_option( 'labelservice_since', 0 );
		if ( ! $since ) {
			$since = time();
			add_option( 'labelservice_since', $since, '', false );
		}
		return strtotime( $post->post_modified_gmt . ' GMT' ) < $since;
	}

	/** How it stands. */
	private static function now() {
		return wp_parse_args(
			get_option( self::OPTION, array() ),
			array(
				'below' => PHP_INT_MAX,
				'since' => 0,
			)
		);
	}

	/**
	 * The next public posts.
	 *
	 * @param int $below Ids below this.
	 */
	private static function posts( $below ) {
		global $wpdb;
		$types = (array) Settings::get( 'post_types' );
		if ( ! $types || $below < 1 ) {
			return array();
		}
		$marks = implode( ',', array_fill( 0, count( $types ), '%s' ) );
		$ids   = array_map( 'intval', $wpdb->get_col( $wpdb->prepare( "SELECT ID FROM {$wpdb->posts} WHERE post_status = 'publish' AND post_type IN ({$marks}) AND ID < %d ORDER BY ID DESC LIMIT %d", array_merge( $types, array( $below, self::PAGE ) ) ) ) ); // phpcs:ignore WordPress.DB -- By the primary key, which WP_Query cannot page by.
		_prime_post_caches( $ids, true, true );
		return array_values( array_filter( array_map( 'get_post', $ids ) ) );
	}
}
