<?php
/**
 * Ties the parts to WordPress.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** The table of contents: each part hooks itself. */
final class Plugin {

	/** Hooks every part. */
	public static function hook() {
		register_activation_hook( FILE, array( __CLASS__, 'activate' ) );
		register_deactivation_hook( FILE, array( __CLASS__, 'deactivate' ) );
		add_action(
			'init',
			static function () {
				load_plugin_textdomain( 'labelservice', false, dirname( plugin_basename( FILE ) ) . '/languages' );
			}
		);
		foreach ( array( Facts::class, Gate::class, Renderer::class, Worker::class, Routes::class, Editor::class, Proof::class ) as $part ) {
			$part::hook();
		}
		if ( is_admin() ) {
			foreach ( array( Settings_Page::class, Overview_Page::class, Post_List::class ) as $part ) {
				$part::hook();
			}
		}
		add_action(
			'transition_post_status',
			static function ( $new, $old ) {
				if ( $new !== $old ) {
					delete_transient( 'labelservice_counts' );
				}
			},
			10,
			2
		);
		Site_Health::hook();
		Commands::hook();
	}

	/** Remembers since when the plugin answers for what is published: what is older is the backfill's. */
	public static function activate() {
		add_option( 'labelservice_since', time(), '', false );
		// What was edited while the plugin was off is found, too.
		Round::anew();
		Worker::schedule();
	}

	/** Stops the jobs; labels stay stored. */
	public static function deactivate() {
		wp_unschedule_hook( Worker::EVENT );
		wp_unschedule_hook( Proof::EVENT );
		wp_unschedule_hook( 'labelservice_mail' );
	}
}
