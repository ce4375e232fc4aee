<?php
/**
 * What is done without anybody waiting.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** One job each minute, and sooner when something is due: changes, posts that wait, erasures, the backfill. One at a time on a site. */
final class Worker {

	const EVENT   = 'labelservice_tick';
	const LOCK    = 'labelservice_lock';
	const ERASE   = 'labelservice_erase_';
	const SECONDS = 20;

	/** Whether this is a job: nobody waits, and a post may change while it is asked about. @var bool */
	public static $is_working = false;

	/** Hooks. */
	public static function hook() {
		add_filter( 'cron_schedules', array( __CLASS__, 'schedules' ) ); // phpcs:ignore WordPress.WP.CronInterval.CronSchedulesInterval -- A minute: a listing of Friday evening does not wait.
		add_action( self::EVENT, array( __CLASS__, 'tick' ) );
		add_action( 'labelservice_mail', array( Alerts::class, 'mail' ), 10, 2 );
		add_action( 'init', array( __CLASS__, 'schedule' ), 30 );
	}

	/**
	 * Adds "every minute".
	 *
	 * @param array $schedules Of WordPress.
	 */
	public static function schedules( $schedules ) {
		$schedules['labelservice_minute'] = array(
			'interval' => MINUTE_IN_SECONDS,
			'display'  => __( 'Every minute', 'labelservice' ),
		);
		return $schedules;
	}

	/** Keeps the job planned. */
	public static function schedule() {
		if ( ! wp_next_scheduled( self::EVENT ) ) {
			wp_schedule_event( time(), 'labelservice_minute', self::EVENT );
		}
	}

	/**
	 * Plans an extra round.
	 *
	 * @param int $seconds From now.
	 */
	public static function wake( $seconds = 0 ) {
		if ( $seconds < MINUTE_IN_SECONDS && ! wp_next_scheduled( self::EVENT, array( 'soon' ) ) ) {
			wp_schedule_single_event( time() + $seconds, self::EVENT, array( 'soon' ) );
		}
	}

	/**
	 * A round.
	 *
	 * @param int|string $budget Seconds it may take.
	 * @return array<string, int> What was done.
	 */
	public static function tick( $budget = self::SECONDS ) {
		$until = microtime( true ) + ( is_numeric( $budget ) ? (float) $budget : self::SECONDS );
		if ( ! Settings::is_connected() || Breaker::is_open() || ! self::lock() ) {
			return array();
		}
		try {
			self::$is_working = true;
			update_option( 'labelservice_ticked', time(), false );
			$done = array(
				'changes'  => Changes::poll( $until ),
				'posts'    => self::posts( $until ),
				'erased'   => self::erase( $until ),
				'backfill' => Backfill::step( $until ),
				'round'    => Round::step( $until ),
			);
		} finally {
			self::$is_working = false;
			delete_option( self::LOCK );
		}
		return $done;
	}

	/**
	 * Has an article erased at the service.
	 *
	 * @param string $external_id The article.
	 */
	public static function erase_later( $external_id ) {
		// A row for each: two who write at once lose nothing.
		update_option( self::ERASE . md5( $external_id ), $external_id, false );
		self::wake();
	}

	/**
	 * How many posts wait for an answer.
	 *
	 * @return int
	 */
	public static function waiting() {
		return self::query( PHP_INT_MAX, 1 )->found_posts;
	}

	/**
	 * Posts that are due.
	 *
	 * @param float $until When to stop.
	 */
	private static function posts( $until ) {
		$done = 0;
		$seen = array();
		do {
			$posts = self::query( time(), 50, $seen )->posts;
			foreach ( $posts as $post ) {
				if ( microtime( true ) > $until ) {
					return $done;
				}
				$seen[] = $post->ID;
				self::one( $post );
				++$done;
				if ( Breaker::is_open() ) {
					return $done;
				}
			}
		} while ( count( $posts ) === 50 );
		return $done;
	}

	/**
	 * One post: what it must carry now, and whether it may be public now.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function one( \WP_Post $post ) {
		Client::fresh_budget( self::$is_working ? Client::JOB : 0.0 );
		clean_post_cache( $post->ID );
		$post = get_post( $post->ID );
		if ( ! $post || ! Settings::covers( $post->post_type ) || in_array( $post->post_status, array( 'trash', 'auto-draft', 'inherit' ), true ) ) {
			if ( $post ) {
				delete_post_meta( $post->ID, Checker::DUE );
			}
			return State::UNCHECKED;
		}
		$state = Checker::refresh( Article::of( $post ) );
		Record::set_state( $post->ID, $state );
		if ( 'pending' === $post->post_status && get_post_meta( $post->ID, Gate::INTENT, true ) ) {
			Gate::release( $post );
		}
		return $state;
	}

	/**
	 * The posts that are due.
	 *
	 * @param int   $before Due before then.
	 * @param int   $count  At most so many.
	 * @param int[] $seen   Not these.
	 */
	private static function query( $before, $count, array $seen = array() ) {
		return new \WP_Query(
			array(
				'post_type'              => (array) Settings::get( 'post_types' ),
				'post_status'            => array( 'publish', 'future', 'draft', 'pending', 'private' ),
				'posts_per_page'         => $count,
				'post__not_in'           => $seen, // phpcs:ignore WordPressVIPMinimum.Performance.WPQueryParams.PostNotIn_post__not_in -- At most those of this round.
				'orderby'                => array( 'meta_value_num' => 'ASC' ),
				'meta_key'               => Checker::DUE, // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key -- The queue.
				'meta_value'             => $before, // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_value -- The queue.
				'meta_compare'           => '<=',
				'meta_type'              => 'NUMERIC',
				'ignore_sticky_posts'    => true,
				'suppress_filters'       => true,
				'update_post_term_cache' => false,
			)
		);
	}

	/**
	 * Erasures that wait.
	 *
	 * @param float $until When to stop.
	 */
	private static function erase( $until ) {
		global $wpdb;
		$done = 0;
		$rows = $wpdb->get_results( $wpdb->prepare( "SELECT option_name, option_value FROM {$wpdb->options} WHERE option_name LIKE %s LIMIT 200", $wpdb->esc_like( self::ERASE ) . '%' ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- All of one kind.
		foreach ( $rows as $row ) {
			if ( microtime( true ) > $until ) {
				break;
			}
			Client::fresh_budget( Client::JOB );
			$answer = Client::erase( $row->option_value );
			if ( in_array( $answer->kind, array( Answer::AWAY, Answer::KEY ), true ) ) {
				break;
			}
			delete_option( $row->option_name );
			++$done;
		}
		return $done;
	}

	/** One round at a time; a round that died gives way after some minutes. */
	private static function lock() {
		global $wpdb;
		$now  = time();
		$free = $wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO {$wpdb->options} (option_name, option_value, autoload) VALUES (%s, %d, 'no')", self::LOCK, $now ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- add_option is not atomic.
		if ( ! $free ) {
			$free = $wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->options} SET option_value = %d WHERE option_name = %s AND (CAST(option_value AS UNSIGNED) < %d OR CAST(option_value AS UNSIGNED) > %d)", $now, self::LOCK, $now - 300, $now + 60 ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- As above.
		}
		wp_cache_delete( self::LOCK, 'options' );
		wp_cache_delete( 'notoptions', 'options' );
		return (bool) $free;
	}
}
