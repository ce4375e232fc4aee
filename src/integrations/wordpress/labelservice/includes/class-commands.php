<?php
/**
 * The command line.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/**
 * Labels of articles: check, proof, backfill, poll, state.
 *
 * With WP-CLI: wp labelservice proof. Without it: php wp-content/plugins/labelservice/cli/labelservice.php proof.
 */
final class Commands {

	/** Hooks. */
	public static function hook() {
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			\WP_CLI::add_command( 'labelservice', self::class );
		}
	}

	/**
	 * Asks about posts now.
	 *
	 * ## OPTIONS
	 *
	 * <id>...
	 * : The posts.
	 *
	 * @param string[] $ids Post ids.
	 */
	public function check( $ids ) {
		$bad = 0;
		foreach ( array_map( 'intval', (array) $ids ) as $id ) {
			$post = get_post( $id );
			if ( ! $post || ! Settings::covers( $post->post_type ) ) {
				self::line( "{$id}\tno such article" );
				++$bad;
				continue;
			}
			$state = Worker::one( $post );
			$bad  += in_array( $state, State::OPEN, true ) ? 1 : 0;
			self::line( "{$id}\t{$state}\t" . wp_specialchars_decode( get_the_title( $post ), ENT_QUOTES ) );
		}
		self::end( $bad );
	}

	/**
	 * Looks at the pages: whether each label is there, first, large enough, visible.
	 *
	 * ## OPTIONS
	 *
	 * [<id>...]
	 * : The posts; all that carry labels where none is given.
	 *
	 * @param string[] $ids Post ids.
	 */
	public function proof( $ids = array() ) {
		$posts    = $ids ? array_filter( array_map( 'get_post', array_map( 'intval', (array) $ids ) ) ) : Proof::next( -1 );
		$bad      = 0;
		$measured = 0;
		foreach ( $posts as $post ) {
			$proof     = Proof::look( $post );
			$bad      += $proof['faults'] ? 1 : 0;
			$measured += $proof['measured'] ? 1 : 0;
			self::line( ( $proof['faults'] ? 'FAULT' : 'ok' ) . "\t{$post->ID}\t{$proof['url']}" );
			foreach ( $proof['faults'] as $fault ) {
				self::line( "\t{$fault}" );
			}
		}
		/* translators: 1: pages, 2: pages with faults. */
		self::line( sprintf( __( 'Looked at %1$d pages, %2$d with faults.', 'labelservice' ), count( $posts ), $bad ) );
		if ( $measured < count( $posts ) ) {
			self::line( __( 'Size, contrast and visibility were not measured: that needs Chromium on the server (LABELSERVICE_CHROMIUM) or the page Tools → Labels.', 'labelservice' ) );
		}
		self::end( $bad );
	}

	/**
	 * Asks about all older articles: start, pause, resume, run (works on until it is done) or status.
	 *
	 * ## OPTIONS
	 *
	 * <action>
	 * : start, pause, resume, run or status.
	 *
	 * @param string[] $args The action.
	 */
	public function backfill( $args ) {
		$action = $args[0] ?? 'status';
		if ( in_array( $action, array( 'start', 'pause', 'resume' ), true ) ) {
			Backfill::act( $action );
		}
		while ( 'run' === $action && 'running' === Backfill::status()['state'] ) {
			if ( Breaker::is_open() ) {
				sleep( 5 );
			}
			Worker::tick();
		}
		self::line( wp_json_encode( Backfill::status() ) );
	}

	/** Does what is due: changes, posts that wait, the backfill. */
	public function poll() {
		self::line( wp_json_encode( Worker::tick() ) );
	}

	/** How many articles stand how. */
	public function state() {
		foreach ( Post_List::counts() as $state => $count ) {
			self::line( "{$count}\t{$state}" );
		}
	}

	/**
	 * Prints.
	 *
	 * @param string $text A line.
	 */
	private static function line( $text ) {
		if ( class_exists( '\WP_CLI' ) ) {
			\WP_CLI::line( $text );
		} else {
			echo $text, "\n"; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- A terminal.
		}
	}

	/**
	 * Ends with 1 where something is wrong.
	 *
	 * @param int $bad How much.
	 */
	private static function end( $bad ) {
		if ( class_exists( '\WP_CLI' ) ) {
			\WP_CLI::halt( $bad ? 1 : 0 );
		}
		exit( $bad ? 1 : 0 );
	}
}
