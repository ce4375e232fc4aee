<?php
/**
 * Tells people what they must know.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** An action for code, a mail at most once an hour and subject for people. Pages show the state itself, from the posts. */
final class Alerts {

	/**
	 * Mails one.
	 *
	 * @param string $subject The subject.
	 * @param string $text    The text.
	 */
	public static function mail( $subject, $text ) {
		wp_mail( get_option( 'admin_email' ), $subject, $text );
	}

	/**
	 * Raises one.
	 *
	 * @param string $subject service, public, override or drift.
	 * @param string $text    A sentence.
	 * @param int    $post_id The post it is about.
	 */
	public static function raise( $subject, $text, $post_id = 0 ) {
		/**
		 * Something needs a person.
		 *
		 * @param string $subject service, public, override or drift.
		 * @param string $text    A sentence.
		 * @param int    $post_id The post it is about, or 0.
		 */
		do_action( 'labelservice_alert', $subject, $text, $post_id );
		if ( ! Settings::get( 'alert_email' ) || get_transient( "labelservice_mailed_{$subject}" ) ) {
			return;
		}
		set_transient( "labelservice_mailed_{$subject}", 1, HOUR_IN_SECONDS );
		$lines = array( $text );
		if ( $post_id ) {
			$lines[] = get_the_title( $post_id );
			$lines[] = admin_url( 'post.php?action=edit&post=' . $post_id );
		}
		$lines[] = admin_url( 'tools.php?page=labelservice' );
		// Not now: somebody waits for a save, and a mail server may be slow.
		/* translators: %s: the site's name. */
		wp_schedule_single_event( time(), 'labelservice_mail', array( sprintf( __( '[%s] Labels need attention', 'labelservice' ), wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ) ), implode( "\n\n", $lines ) ) );
	}
}
