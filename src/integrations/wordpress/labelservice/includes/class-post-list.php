<?php
/**
 * The list of posts.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** A column that says how each article stands, and a filter by it. */
final class Post_List {

	/** Hooks. */
	public static function hook() {
		add_action( 'admin_init', array( __CLASS__, 'columns' ) );
		add_action( 'restrict_manage_posts', array( __CLASS__, 'filter' ) );
		add_action( 'pre_get_posts', array( __CLASS__, 'narrow' ) );
		add_action(
			'admin_print_styles-edit.php',
			static function () {
				wp_enqueue_style( 'labelservice-admin', plugins_url( 'assets/admin.css', FILE ), array(), VERSION );
			}
		);
	}

	/** Adds the column. */
	public static function columns() {
		foreach ( (array) Settings::get( 'post_types' ) as $type ) {
			add_filter(
				"manage_{$type}_posts_columns",
				static function ( $columns ) {
					return $columns + array( 'labelservice' => __( 'Labels', 'labelservice' ) );
				}
			);
			add_action( "manage_{$type}_posts_custom_column", array( __CLASS__, 'cell' ), 10, 2 );
		}
	}

	/**
	 * A cell.
	 *
	 * @param string $column  The column.
	 * @param int    $post_id The post.
	 */
	public static function cell( $column, $post_id ) {
		if ( 'labelservice' !== $column ) {
			return;
		}
		$state  = (string) get_post_meta( $post_id, Record::STATE, true );
		$state  = '' === $state ? State::UNCHECKED : $state;
		$record = Record::of( $post_id );
		$open   = 'publish' === get_post_status( $post_id ) && in_array( $state, State::OPEN, true );
		echo '<span class="labelservice-badge" data-state="' . esc_attr( $state ) . '" data-open="' . ( $open ? '1' : '0' ) . '">' . esc_html( State::name( $state ) ) . '</span>';
		$types = $record ? array_unique( array_merge( wp_list_pluck( $record['labels'], 'type' ), $record['age'] ? array( $record['age']['value'] ) : array() ) ) : array();
		echo $types ? '<br><small>' . esc_html( implode( ', ', $types ) ) . '</small>' : '';
		if ( get_post_meta( $post_id, Gate::INTENT, true ) ) {
			echo '<br><small>' . esc_html__( 'Waits to be published', 'labelservice' ) . '</small>';
		}
		if ( get_post_meta( $post_id, Proof::DRIFT, true ) ) {
			echo '<br><strong>' . esc_html__( 'A label is not on the page', 'labelservice' ) . '</strong>';
		}
	}

	/**
	 * The filter above the list.
	 *
	 * @param string $type The post type.
	 */
	public static function filter( $type ) {
		if ( ! Settings::covers( $type ) ) {
			return;
		}
		$chosen = self::chosen();
		echo '<label class="screen-reader-text" for="labelservice-filter">' . esc_html__( 'Filter by labels', 'labelservice' ) . '</label><select id="labelservice-filter" name="labelservice"><option value="">' . esc_html__( 'All labels', 'labelservice' ) . '</option>';
		foreach ( State::all() as $state ) {
			echo '<option value="' . esc_attr( $state ) . '" ' . selected( $chosen, $state, false ) . '>' . esc_html( State::name( $state ) ) . '</option>';
		}
		echo '</select>';
	}

	/**
	 * Narrows the list.
	 *
	 * @param \WP_Query $query The list's.
	 */
	public static function narrow( $query ) {
		$chosen = self::chosen();
		if ( '' === $chosen || ! $query->is_main_query() || ! function_exists( 'get_current_screen' ) || ! get_current_screen() || 'edit' !== get_current_screen()->base ) {
			return;
		}
		$query->set( 'meta_query', array( State::UNCHECKED === $chosen ? array(
			'key'     => Record::STATE,
			'compare' => 'NOT EXISTS',
		) : array(
			'key'   => Record::STATE,
			'value' => $chosen,
		) ) );
	}

	/** How many public articles stand how. */
	public static function counts() {
		$counts = get_transient( 'labelservice_counts' );
		if ( is_array( $counts ) ) {
			return array_merge( array_fill_keys( State::all(), 0 ), $counts );
		}
		global $wpdb;
		$types  = (array) Settings::get( 'post_types' );
		$marks  = implode( ',', array_fill( 0, count( $types ), '%s' ) );
		$rows   = $wpdb->get_results( $wpdb->prepare( "SELECT COALESCE(m.meta_value, 'unchecked') AS state, COUNT(*) AS posts FROM {$wpdb->posts} p LEFT JOIN {$wpdb->postmeta} m ON m.post_id = p.ID AND m.meta_key = '_labelservice_state' WHERE p.post_status = 'publish' AND p.post_type IN ({$marks}) GROUP BY 1", $types ) ); // phpcs:ignore WordPress.DB -- Counted in one pass.
		$counts = array_fill_keys( State::all(), 0 );
		foreach ( $rows as $row ) {
			$counts[ $row->state ] = (int) $row->posts;
		}
		set_transient( 'labelservice_counts', $counts, 10 * MINUTE_IN_SECONDS );
		return $counts;
	}

	/** The state asked for. */
	private static function chosen() {
		$state = isset( $_GET['labelservice'] ) ? sanitize_key( wp_unslash( $_GET['labelservice'] ) ) : ''; // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- A filter of a list.
		return in_array( $state, State::all(), true ) ? $state : '';
	}
}
