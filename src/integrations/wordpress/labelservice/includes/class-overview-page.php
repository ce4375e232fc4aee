<?php
/**
 * Tools → Labels.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** What needs somebody: public articles without all labels, what waits, what was published without waiting, pages that lack a label; and the backfill. */
final class Overview_Page {

	/** Hooks. */
	public static function hook() {
		add_action( 'admin_menu', array( __CLASS__, 'menu' ) );
		add_action( 'admin_post_labelservice_seen', array( __CLASS__, 'seen' ) );
		add_action( 'admin_notices', array( __CLASS__, 'notice' ) );
	}

	/** Adds the page. */
	public static function menu() {
		$page = add_management_page( __( 'Labels', 'labelservice' ), __( 'Labels', 'labelservice' ), 'edit_others_posts', 'labelservice', array( __CLASS__, 'show' ) );
		add_action(
			"admin_print_scripts-{$page}",
			static function () {
				wp_enqueue_script( 'labelservice-settings', plugins_url( 'assets/settings.js', FILE ), array( 'wp-api-fetch', 'wp-i18n' ), VERSION, true );
				wp_set_script_translations( 'labelservice-settings', 'labelservice', DIR . '/languages' );
				wp_enqueue_style( 'labelservice-admin', plugins_url( 'assets/admin.css', FILE ), array(), VERSION );
			}
		);
	}

	/** On the dashboard and in the list of posts: that something is public without all its labels. */
	public static function notice() {
		$screen = get_current_screen();
		if ( ! $screen || ! in_array( $screen->base, array( 'dashboard', 'edit' ), true ) || ! current_user_can( 'edit_others_posts' ) ) {
			return;
		}
		$open  = array_sum( array_intersect_key( Post_List::counts(), array_flip( array( State::AWAY, State::PARTIAL, State::PENDING, State::LACKING, State::REFUSED, State::BLOCKED ) ) ) );
		$drift = Proof::drift();
		$words = array();
		if ( $open ) {
			/* translators: %s: a number. */
			$words[] = sprintf( _n( '%s article is public before all its labels are known.', '%s articles are public before all their labels are known.', $open, 'labelservice' ), number_format_i18n( $open ) );
		}
		if ( $drift ) {
			/* translators: %s: a number. */
			$words[] = sprintf( _n( '%s page does not show a label that it must.', '%s pages do not show a label that they must.', $drift, 'labelservice' ), number_format_i18n( $drift ) );
		}
		if ( $words ) {
			echo '<div class="notice notice-warning"><p>' . esc_html( implode( ' ', $words ) ) . ' <a href="' . esc_url( admin_url( 'tools.php?page=labelservice' ) ) . '">' . esc_html__( 'Look', 'labelservice' ) . '</a></p></div>';
		}
	}

	/** The page. */
	public static function show() {
		echo '<div class="wrap"><h1>' . esc_html__( 'Labels', 'labelservice' ) . '</h1><table class="widefat striped" style="max-inline-size:40em"><tbody>';
		foreach ( Post_List::counts() as $state => $count ) {
			$link = add_query_arg( array( 'labelservice' => $state, 'post_status' => 'publish' ), admin_url( 'edit.php' ) );
			echo '<tr><th scope="row"><a href="' . esc_url( $link ) . '">' . esc_html( State::name( $state ) ) . '</a></th><td data-count="' . esc_attr( $state ) . '">' . esc_html( number_format_i18n( $count ) ) . '</td></tr>';
		}
		echo '</tbody></table>';
		self::table( __( 'Public before all labels are known', 'labelservice' ), 'public', self::posts( array( 'key' => Record::STATE, 'value' => array( State::AWAY, State::PARTIAL, State::PENDING, State::LACKING, State::REFUSED, State::BLOCKED ), 'compare' => 'IN' ), 'publish' ), array( __CLASS__, 'state_of' ) );
		self::table( __( 'Wait to be published', 'labelservice' ), 'held', self::posts( array( 'key' => Gate::INTENT, 'compare' => 'EXISTS' ), 'pending' ), array( __CLASS__, 'state_of' ) );
		self::table( __( 'Published without waiting', 'labelservice' ), 'overrides', self::posts( array( 'key' => Override::META, 'compare' => 'EXISTS' ), array_merge( array_values( get_post_stati() ) ) ), array( __CLASS__, 'override_of' ) );
		self::table( __( 'Pages that do not show a label', 'labelservice' ), 'drift', self::posts( array( 'key' => Proof::DRIFT, 'compare' => 'EXISTS' ), 'publish' ), array( __CLASS__, 'drift_of' ) );
		self::tools();
		echo '</div>';
	}

	/** Somebody looked at a break-glass publication; not who made it. */
	public static function seen() {
		$id    = isset( $_POST['post'] ) ? (int) $_POST['post'] : 0;
		$which = isset( $_POST['override'] ) ? sanitize_text_field( wp_unslash( $_POST['override'] ) ) : '';
		check_admin_referer( "labelservice_seen_{$id}_{$which}" );
		$override = current( wp_list_filter( Override::of( $id ), array( 'id' => $which ) ) );
		if ( ! current_user_can( 'edit_others_posts' ) || ! $override || get_current_user_id() === (int) $override['by'] ) {
			wp_die( esc_html__( 'Somebody else must look at it.', 'labelservice' ), '', array( 'response' => 403, 'back_link' => true ) );
		}
		$now = array_merge(
			$override,
			array(
				'seenBy' => get_current_user_id(),
				'seenAt' => time(),
			)
		);
		update_post_meta( $id, Override::META, wp_slash( $now ), $override );
		wp_safe_redirect( admin_url( 'tools.php?page=labelservice' ) );
		exit;
	}

	/**
	 * How an article stands.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function state_of( $post ) {
		echo esc_html( State::name( (string) get_post_meta( $post->ID, Record::STATE, true ) ) );
	}

	/**
	 * The break-glass publications of a post.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function override_of( $post ) {
		foreach ( Override::of( $post->ID ) as $override ) {
			self::print_override( $post, $override );
		}
	}

	/**
	 * One of them.
	 *
	 * @param \WP_Post $post     The post.
	 * @param array    $override Who, when, why.
	 */
	private static function print_override( $post, array $override ) {
		$name = static function ( $id ) {
			$user = get_userdata( (int) $id );
			return $user ? $user->display_name : '#' . (int) $id;
		};
		echo '<p>' . esc_html( $name( $override['by'] ) . ', ' . wp_date( get_option( 'date_format' ) . ' ' . get_option( 'time_format' ), (int) $override['at'] ) . ': ' . $override['reason'] ) . '</p>';
		if ( ! empty( $override['seenBy'] ) ) {
			/* translators: %s: a person. */
			echo '<p>' . esc_html( sprintf( __( 'Seen by %s', 'labelservice' ), $name( $override['seenBy'] ) ) ) . '</p>';
		} elseif ( get_current_user_id() !== (int) $override['by'] ) {
			echo '<form method="post" action="' . esc_url( admin_url( 'admin-post.php' ) ) . '"><input type="hidden" name="action" value="labelservice_seen"><input type="hidden" name="post" value="' . (int) $post->ID . '"><input type="hidden" name="override" value="' . esc_attr( $override['id'] ) . '">';
			wp_nonce_field( "labelservice_seen_{$post->ID}_{$override['id']}" );
			echo '<button class="button">' . esc_html__( 'I have looked at it', 'labelservice' ) . '</button></form>';
		}
	}

	/**
	 * What is wrong on a page.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function drift_of( $post ) {
		$proof = (array) get_post_meta( $post->ID, Proof::META, true );
		echo esc_html( implode( ' · ', (array) ( $proof['faults'] ?? array() ) ) );
	}

	/** The backfill and the proof. */
	private static function tools() {
		echo '<h2>' . esc_html__( 'Older articles', 'labelservice' ) . '</h2>';
		if ( current_user_can( 'manage_options' ) ) {
			echo '<p>' . esc_html__( 'Every public article is sent to the service once, newest first, so that it is known what it must carry, and that later changes of registers and rules reach it.', 'labelservice' ) . '</p>';
			echo '<p><progress id="labelservice-backfill" class="labelservice-progress" aria-label="' . esc_attr__( 'Progress', 'labelservice' ) . '"></progress></p><p>';
			echo '<button type="button" class="button button-primary" data-labelservice="start" data-for="never done" hidden>' . esc_html__( 'Start', 'labelservice' ) . '</button> ';
			echo '<button type="button" class="button" data-labelservice="pause" data-for="running" hidden>' . esc_html__( 'Pause', 'labelservice' ) . '</button> ';
			echo '<button type="button" class="button" data-labelservice="resume" data-for="paused" hidden>' . esc_html__( 'Go on', 'labelservice' ) . '</button></p>';
		}
		$pages = array_map(
			static function ( $post ) {
				return array(
					'id'  => $post->ID,
					'url' => Proof::address( $post ),
				);
			},
			Proof::next( Proof::SAMPLE )
		);
		echo '<h2>' . esc_html__( 'Proof on the page', 'labelservice' ) . '</h2><p>' . esc_html__( 'Pages are looked at every hour: whether each label is there and before the text. Your browser can also measure whether it is large enough and readable.', 'labelservice' ) . '</p>';
		echo '<p><button type="button" class="button" data-labelservice="measure" data-pages="' . esc_attr( wp_json_encode( $pages ) ) . '">' . esc_html__( 'Measure in this browser', 'labelservice' ) . '</button></p><p role="status" id="labelservice-told"></p><div id="labelservice-frames"></div>';
	}

	/**
	 * A table of articles.
	 *
	 * @param string     $title Its title.
	 * @param string     $name  For tests and styles.
	 * @param \WP_Post[] $posts The articles.
	 * @param callable   $cell  Prints what there is to say.
	 */
	private static function table( $title, $name, array $posts, $cell ) {
		if ( ! $posts ) {
			return;
		}
		echo '<h2>' . esc_html( $title ) . '</h2><table class="widefat striped" data-table="' . esc_attr( $name ) . '"><tbody>';
		foreach ( $posts as $post ) {
			echo '<tr data-post="' . (int) $post->ID . '"><th scope="row"><a href="' . esc_url( (string) get_edit_post_link( $post->ID ) ) . '">' . esc_html( get_the_title( $post ) ) . '</a></th><td>';
			$cell( $post );
			echo '</td></tr>';
		}
		echo '</tbody></table>';
	}

	/**
	 * Articles by meta.
	 *
	 * @param array           $clause Of the meta query.
	 * @param string|string[] $status Their status.
	 */
	private static function posts( array $clause, $status ) {
		return get_posts(
			array(
				'post_type'        => (array) Settings::get( 'post_types' ),
				'post_status'      => $status,
				'numberposts'      => 200,
				'suppress_filters' => true,
				'meta_query'       => array( $clause ), // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_query -- A page for administrators.
			)
		);
	}
}
