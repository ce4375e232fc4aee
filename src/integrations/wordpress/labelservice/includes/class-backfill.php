<?php
/**
 * Articles that are older than the plugin.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Asks about every public post, newest first, a little each minute; can be paused and goes on where it stopped. */
final class Backfill {

	const OPTION = 'labelservice_backfill';

	/** How it stands. */
	public static function status() {
		return wp_parse_args(
			get_option( self::OPTION, array() ),
			array(
				'state'   => 'never',
				'below'   => 0,
				'total'   => 0,
				'done'    => 0,
				'failed'  => 0,
				'started' => 0,
				'ended'   => 0,
			)
		);
	}

	/**
	 * Starts anew, pauses or goes on.
	 *
	 * @param string $action start, pause or resume.
	 */
	public static function act( $action ) {
		$now = self::status();
		if ( 'start' === $action ) {
			$now = array(
				'state'   => 'running',
				'below'   => PHP_INT_MAX,
				'total'   => self::count( PHP_INT_MAX ),
				'done'    => 0,
				'failed'  => 0,
				'started' => time(),
				'ended'   => 0,
			);
		} elseif ( 'pause' === $action && 'running' === $now['state'] ) {
			$now['state'] = 'paused';
		} elseif ( 'resume' === $action && 'paused' === $now['state'] ) {
			$now['state'] = 'running';
		}
		update_option( self::OPTION, $now, false );
		if ( 'running' === $now['state'] ) {
			Worker::wake();
		}
		return $now;
	}

	/**
	 * A part of it. A post whose answer did not come is asked about again by the queue.
	 *
	 * @param float $until When to stop.
	 * @return int How many posts.
	 */
	public static function step( $until ) {
		$done = 0;
		$now  = self::status();
		while ( 'running' === $now['state'] && microtime( true ) < $until && ! Breaker::is_open() ) {
			$ids = self::ids( $now['below'], 20 );
			if ( array() === $ids ) {
				$now['state'] = 'done';
				$now['ended'] = time();
				update_option( self::OPTION, $now, false );
				break;
			}
			foreach ( $ids as $id ) {
				if ( microtime( true ) > $until || Breaker::is_open() ) {
					break;
				}
				$post  = get_post( $id );
				$state = $post ? Worker::one( $post ) : State::CLEAR;
				++$done;
				// Somebody may have paused it meanwhile.
				wp_cache_delete( self::OPTION, 'options' );
				$now          = self::status();
				$now['below'] = $id;
				$now['done'] += 1;
				$now['failed'] += State::AWAY === $state ? 1 : 0;
				update_option( self::OPTION, $now, false );
				if ( 'running' !== $now['state'] ) {
					break;
				}
			}
		}
		if ( 'running' === $now['state'] ) {
			Worker::wake( Breaker::is_open() ? 30 : 0 );
		}
		return $done;
	}

	/**
	 * The next posts.
	 *
	 * @param int $below Ids below this.
	 * @param int $count So many.
	 */
	private static function ids( $below, $count ) {
		global $wpdb;
		$types = (array) Settings::get( 'post_types' );
		$marks = implode( ',', array_fill( 0, count( $types ), '%s' ) );
		return array_map( 'intval', $wpdb->get_col( $wpdb->prepare( "SELECT ID FROM {$wpdb->posts} WHERE post_status = 'publish' AND post_type IN ({$marks}) AND ID < %d ORDER BY ID DESC LIMIT %d", array_merge( $types, array( $below, $count ) ) ) ) ); // phpcs:ignore WordPress.DB -- By the primary key, which WP_Query cannot page by.
	}

	/**
	 * How many are left.
	 *
	 * @param int $below Ids below this.
	 */
	private static function count( $below ) {
		global $wpdb;
		$types = (array) Settings::get( 'post_types' );
		$marks = implode( ',', array_fill( 0, count( $types ), '%s' ) );
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$wpdb->posts} WHERE post_status = 'publish' AND post_type IN ({$marks}) AND ID < %d", array_merge( $types, array( $below ) ) ) ); // phpcs:ignore WordPress.DB -- As above.
	}
}
