<?php
/**
 * Stands between a post and the public.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/**
 * Enforced on the server, whoever publishes and by which way: editor, REST, quick edit, XML-RPC, cron, imports, command line. It does not ask who the
 * user is: cron and imports have none.
 *
 * A post that was saved before is asked about before it is written. A new one has no id, terms or meta yet: it is written as pending, asked about when
 * it is whole, and published in the same request. What publishes past wp_insert_post (wp_publish_post) is taken back at once, asked about, and put back.
 */
final class Gate {

	/** Held until the service or a moderator answers; then it publishes itself. */
	const INTENT = '_labelservice_intent';
	/** Why it was not published. */
	const REASON = '_labelservice_reason';
	/** Seconds for which what is known counts at the moment of publication. */
	const FRESH = 60;

	/** Posts that may become public in this request. @var array<int, true> */
	private static $passed = array();
	/** New posts that wait for their id, by what they say. @var array<string, true> */
	private static $new = array();
	/** Posts that were not let through before their terms and facts were written, by the text that was judged. @var array<int, string> */
	private static $refused = array();
	/** Posts that are being looked at. @var array<int, true> */
	private static $looking = array();

	/** Hooks. */
	public static function hook() {
		add_filter( 'wp_insert_post_data', array( __CLASS__, 'before_write' ), PHP_INT_MAX, 4 );
		add_action( 'init', array( __CLASS__, 'hook_rest' ), 30 );
		add_action( 'wp_after_insert_post', array( __CLASS__, 'after_write' ), 5, 2 );
		add_action( 'publish_future_post', array( __CLASS__, 'before_schedule' ), 0 );
		add_action( 'transition_post_status', array( __CLASS__, 'on_transition' ), 0, 3 );
		add_action( 'before_delete_post', array( __CLASS__, 'on_delete' ) );
		add_action( 'wp_trash_post', array( __CLASS__, 'on_delete' ) );
		add_action( 'wp_after_insert_post', array( __CLASS__, 'after_block' ), 6, 2 );
		add_action( 'set_object_terms', array( __CLASS__, 'on_terms' ) );
		add_action( 'profile_update', array( __CLASS__, 'on_rename' ), 10, 2 );
		add_action( 'edited_term', array( Round::class, 'sooner' ) );
	}

	/**
	 * What would happen to a text in this state.
	 *
	 * @param Article $article The text.
	 * @param string  $state   Its state.
	 * @return string pass, block or hold.
	 */
	public static function judge( Article $article, $state ) {
		if ( in_array( $state, array( State::LABELLED, State::CLEAR ), true ) || ! Settings::is_connected() || Override::covers( $article ) ) {
			return 'pass';
		}
		$policy = Settings::get( 'policy' );
		if ( State::BLOCKED === $state || ( State::REFUSED === $state && 'open' !== $policy ) ) {
			return 'block';
		}
		if ( in_array( $policy, array( 'conservative', 'open' ), true ) ) {
			return 'pass';
		}
		if ( State::LACKING === $state ) {
			// Nothing but its author can settle it.
			return 'block';
		}
		return State::AWAY === $state && Checker::$last && Checker::$last->late ? 'hold' : $policy;
	}

	/**
	 * Before WordPress writes a post.
	 *
	 * @param array $data     What will be written, slashed.
	 * @param array $postarr  What was asked for.
	 * @param array $raw      The same, not sanitised.
	 * @param bool  $update   Whether the post exists.
	 */
	public static function before_write( $data, $postarr, $raw = array(), $update = false ) {
		if ( 'publish' !== $data['post_status'] || ! Settings::covers( $data['post_type'] ) || ! Settings::is_connected() ) {
			return $data;
		}
		$id   = isset( $postarr['ID'] ) ? (int) $postarr['ID'] : 0;
		$post = $id ? get_post( $id ) : null;
		if ( ! $post || ! $update || 'auto-draft' === $post->post_status ) {
			$data['post_status'] = 'pending';
			self::$new[ self::words( wp_unslash( $data['post_title'] ), wp_unslash( $data['post_content'] ) ) ] = true;
			return $data;
		}
		if ( isset( self::$passed[ $id ] ) ) {
			return $data;
		}
		$edits = wp_unslash( array_intersect_key( $data, array_flip( array( 'post_title', 'post_content', 'post_excerpt', 'post_author', 'post_date_gmt', 'post_status' ) ) ) );
		if ( '0000-00-00 00:00:00' === $edits['post_date_gmt'] ) {
			$edits['post_date_gmt'] = current_time( 'mysql', true );
		}
		$article = Article::of( $post, $edits );
		if ( self::may_be_public( $post, $article ) ) {
			self::$passed[ $id ] = true;
		} else {
			self::$refused[ $id ] = $article->hash;
			$data['post_status']  = 'pending';
		}
		return $data;
	}

	/** REST says of each type by a hook of its own that a post is whole. */
	public static function hook_rest() {
		foreach ( (array) Settings::get( 'post_types' ) as $type ) {
			add_action( "rest_after_insert_{$type}", array( __CLASS__, 'after_rest' ), PHP_INT_MAX );
		}
	}

	/**
	 * After REST wrote a post with its terms and meta: a new post is published here, so that the answer says so.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function after_rest( $post ) {
		self::after_write( $post->ID, $post );
	}

	/**
	 * After a post was written, with terms and meta.
	 *
	 * @param int      $id   The post.
	 * @param \WP_Post $post The post; its status follows what is decided here.
	 */
	public static function after_write( $id, $post ) {
		if ( isset( self::$looking[ $id ] ) || ! Settings::covers( $post->post_type ) || wp_is_post_autosave( $id ) || wp_is_post_revision( $id ) || in_array( $post->post_status, array( 'auto-draft', 'trash', 'inherit' ), true ) || ! Settings::is_connected() ) {
			return;
		}
		if ( defined( 'DOING_AUTOSAVE' ) && DOING_AUTOSAVE ) {
			return;
		}
		self::$looking[ $id ] = true;
		$words                = self::words( $post->post_title, $post->post_content );
		if ( isset( self::$new[ $words ] ) && 'pending' === $post->post_status ) {
			unset( self::$new[ $words ] );
			self::release( $post );
		} elseif ( 'pending' === $post->post_status && isset( self::$refused[ $id ] ) ) {
			// The same request may have brought what was lacking.
			if ( Article::of( $post )->hash !== self::$refused[ $id ] ) {
				self::release( $post );
			}
			unset( self::$refused[ $id ] );
		} elseif ( 'publish' === $post->post_status ) {
			self::keep( $post );
		} elseif ( 'private' !== $post->post_status ) {
			self::forget_intent( $post );
			Record::set_state( $id, Checker::check( Article::of( $post ) ) );
		}
		unset( self::$looking[ $id ] );
	}

	/**
	 * Before cron publishes what was scheduled.
	 *
	 * @param int|\WP_Post $post The post.
	 */
	public static function before_schedule( $post ) {
		$post = get_post( $post );
		if ( ! $post || 'future' !== $post->post_status || ! Settings::covers( $post->post_type ) || strtotime( $post->post_date_gmt . ' GMT' ) > time() ) {
			return;
		}
		Client::fresh_budget();
		// What was known when it was scheduled may be of last week.
		if ( self::may_be_public( $post, Article::of( $post, array( 'post_status' => 'publish' ) ), true ) ) {
			self::$passed[ $post->ID ] = true;
		} else {
			self::write_status( $post, 'pending' );
		}
	}

	/**
	 * What becomes public past wp_insert_post.
	 *
	 * @param string   $new  The new status.
	 * @param string   $old  The old one.
	 * @param \WP_Post $post The post.
	 */
	public static function on_transition( $new, $old, $post ) {
		if ( 'publish' === $old && 'publish' !== $new && isset( self::$passed[ $post->ID ] ) ) {
			unset( self::$passed[ $post->ID ] );
		}
		if ( 'publish' !== $new || 'publish' === $old || isset( self::$passed[ $post->ID ] ) || ! Settings::covers( $post->post_type ) || ! Settings::is_connected() ) {
			return;
		}
		self::write_status( $post, 'pending' );
		if ( self::may_be_public( $post, Article::of( $post, array( 'post_status' => 'publish' ) ) ) ) {
			self::$passed[ $post->ID ] = true;
			self::write_status( $post, 'publish' );
		}
	}

	/**
	 * A reusable block was changed, and with it every article that holds it.
	 *
	 * @param int      $id   The block.
	 * @param \WP_Post $post The block.
	 */
	public static function after_block( $id, $post ) {
		if ( 'wp_block' !== $post->post_type || ! Settings::is_connected() ) {
			return;
		}
		global $wpdb;
		$like = '%' . $wpdb->esc_like( "\"ref\":{$id}" ) . '%';
		$ids  = array_map( 'intval', $wpdb->get_col( $wpdb->prepare( "SELECT ID FROM {$wpdb->posts} WHERE post_status = 'publish' AND post_content LIKE %s ORDER BY ID DESC", $like ) ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Nothing else finds them.
		foreach ( $ids as $i => $with ) {
			$article = get_post( $with );
			if ( ! Settings::covers( $article->post_type ) ) {
				continue;
			}
			if ( $i < 20 ) {
				self::keep( $article );
			} else {
				Record::set_state( $with, State::AWAY );
				Checker::due( $with );
			}
		}
	}

	/**
	 * Terms of a public article were changed past its save.
	 *
	 * @param int $id The post.
	 */
	public static function on_terms( $id ) {
		if ( isset( self::$looking[ $id ] ) ) {
			return;
		}
		$post = get_post( $id );
		if ( $post && 'publish' === $post->post_status && Settings::covers( $post->post_type ) && Record::of( $id ) && Settings::is_connected() ) {
			Checker::due( $id );
		}
	}

	/**
	 * An author has another name: it stands above all that they wrote.
	 *
	 * @param int      $id  The user.
	 * @param \WP_User $old As before.
	 */
	public static function on_rename( $id, $old ) {
		if ( $old->display_name !== get_the_author_meta( 'display_name', $id ) ) {
			Round::sooner();
		}
	}

	/**
	 * Publishes what waited, if it may be public now.
	 *
	 * @param \WP_Post $post The post.
	 * @return bool Whether it is public.
	 */
	public static function release( \WP_Post $post ) {
		$intent = get_post_meta( $post->ID, self::INTENT, true );
		if ( ! self::may_be_public( $post, Article::of( $post, array( 'post_status' => 'publish' ) ) ) ) {
			return false;
		}
		self::$passed[ $post->ID ] = true;
		$change                    = array(
			'ID'          => $post->ID,
			'post_status' => 'publish',
		);
		if ( isset( $intent['at'] ) && abs( strtotime( $post->post_date_gmt . ' GMT' ) - $intent['at'] ) < 5 * MINUTE_IN_SECONDS ) {
			// It was to come out at once: it comes out now, not down the list.
			$change['edit_date']     = true;
			$change['post_date']     = current_time( 'mysql' );
			$change['post_date_gmt'] = current_time( 'mysql', true );
		}
		$saved = wp_update_post( wp_slash( $change ), true );
		if ( is_wp_error( $saved ) ) {
			return false;
		}
		$now                 = get_post( $post->ID );
		$post->post_status   = $now->post_status;
		$post->post_name     = $now->post_name;
		$post->post_date     = $now->post_date;
		$post->post_date_gmt = $now->post_date_gmt;
		return 'publish' === $now->post_status;
	}

	/**
	 * An article that is no longer public is erased at the service, too; should it come back, it is asked about anew.
	 *
	 * @param int $id The post.
	 */
	public static function on_delete( $id ) {
		$post = get_post( $id );
		if ( $post && Settings::covers( $post->post_type ) && ( Record::of( $id ) || get_post_meta( $id, Checker::SAVE, true ) || get_post_meta( $id, Checker::DUE, true ) ) ) {
			Worker::erase_later( Article::external_id( $id ) );
			delete_post_meta( $id, Record::META );
			delete_post_meta( $id, Checker::DUE );
			self::forget( $id );
		}
	}

	/**
	 * Asks, notes and decides.
	 *
	 * @param \WP_Post $post    The post.
	 * @param Article  $article The text that would be public.
	 * @param bool     $again   Ask even where the text is known.
	 */
	private static function may_be_public( \WP_Post $post, Article $article, $again = false ) {
		if ( 'cli' === PHP_SAPI || wp_doing_cron() ) {
			// Nobody waits for one save in a row of many.
			Client::fresh_budget();
		}
		$before = Record::of( $post->ID );
		$known  = Record::knows( $before, $article ) && ! isset( $before['refused'] );
		if ( $known && ! $again && 'publish' !== $post->post_status && ( time() - $before['fetchedAt'] > self::FRESH || gmdate( 'Y-m-d', $before['fetchedAt'] ) !== gmdate( 'Y-m-d' ) ) ) {
			// A register may have changed since the draft was checked.
			$state = Checker::refresh( $article );
		} else {
			$state = Checker::check( $article, $again );
		}
		$what = self::is_no_worse( $post, $before, $state ) ? 'pass' : self::judge( $article, $state );
		Record::set_state( $post->ID, $state );
		if ( 'pass' === $what ) {
			self::forget( $post->ID );
			self::warn( $post, $state );
			return true;
		}
		update_post_meta( $post->ID, self::REASON, $state );
		if ( 'hold' === $what ) {
			update_post_meta(
				$post->ID,
				self::INTENT,
				array(
					'hash' => $article->hash,
					'by'   => get_current_user_id(),
					'at'   => time(),
				)
			);
		} else {
			delete_post_meta( $post->ID, self::INTENT );
		}
		return false;
	}

	/**
	 * A public post was written: its terms and facts may have changed what it must carry, and its address and time are known now.
	 *
	 * @param \WP_Post $post The post.
	 */
	private static function keep( \WP_Post $post ) {
		$article = Article::of( $post );
		if ( ! self::may_be_public( $post, $article ) ) {
			self::write_status( $post, 'pending' );
			return;
		}
		$record = Record::of( $post->ID );
		if ( Record::knows( $record, $article ) && $record['url'] !== ( $article->data['url'] ?? '' ) ) {
			Checker::due( $post->ID );
		}
	}

	/**
	 * Whether a public article waits for nothing but what it waited for before this edit: mending a comma does not take it down.
	 *
	 * @param \WP_Post   $post   As it stands.
	 * @param array|null $before What was known.
	 * @param string     $state  How the new text stands.
	 */
	private static function is_no_worse( \WP_Post $post, $before, $state ) {
		if ( 'publish' !== $post->post_status || State::PENDING !== $state || null === $before ) {
			return false;
		}
		$now = Record::of( $post->ID );
		return array() === array_diff( wp_list_pluck( $now['waiting'], 'id' ), wp_list_pluck( $before['waiting'], 'id' ) );
	}

	/**
	 * By what a new post is known before it has an id.
	 *
	 * @param string $title   Its title.
	 * @param string $content Its content.
	 */
	private static function words( $title, $content ) {
		return md5( $title . "\0" . $content );
	}

	/**
	 * What somebody saves after it was held is not published by itself any more: who asked for that knew another text.
	 *
	 * @param \WP_Post $post The post.
	 */
	private static function forget_intent( \WP_Post $post ) {
		$held = get_post_meta( $post->ID, self::INTENT, true );
		if ( ! is_array( $held ) || Worker::$is_working ) {
			return;
		}
		// Editors with classic meta boxes save twice.
		$is_same = 'pending' === $post->post_status && Article::of( $post )->hash === $held['hash'] && (int) $held['by'] === get_current_user_id() && time() - $held['at'] < MINUTE_IN_SECONDS;
		if ( ! $is_same ) {
			self::forget( $post->ID );
		}
	}

	/**
	 * Forgets why a post waited.
	 *
	 * @param int $post_id The post.
	 */
	private static function forget( $post_id ) {
		delete_post_meta( $post_id, self::INTENT );
		delete_post_meta( $post_id, self::REASON );
	}

	/**
	 * Nothing becomes public unlabelled in silence.
	 *
	 * @param \WP_Post $post  The post.
	 * @param string   $state Its state.
	 */
	private static function warn( \WP_Post $post, $state ) {
		if ( in_array( $state, State::OPEN, true ) ) {
			/* translators: %s: how the article stands, such as "No answer yet". */
			Alerts::raise( 'public', sprintf( __( 'An article was published before all its labels are known (%s).', 'labelservice' ), State::name( $state ) ), $post->ID );
		}
	}

	/**
	 * Writes a status as wp_publish_post does, without another round of hooks.
	 *
	 * @param \WP_Post $post   The post.
	 * @param string   $status The status.
	 */
	private static function write_status( $post, $status ) {
		global $wpdb;
		$wpdb->update( $wpdb->posts, array( 'post_status' => $status ), array( 'ID' => $post->ID ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery.DirectQuery, WordPress.DB.DirectDatabaseQuery.NoCaching -- As core does in wp_publish_post; the cache is cleaned.
		clean_post_cache( $post->ID );
		$post->post_status = $status;
	}
}
