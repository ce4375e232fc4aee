<?php
/**
 * When the service last answered, and what it last refused.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** For the settings page and Site Health. */
final class Contact {

	const OPTION = 'labelservice_contact';

	/**
	 * Notes an answer; a success at most once a minute, so that saving does not write an option each time.
	 *
	 * @param Answer $answer What came.
	 */
	public static function note( Answer $answer ) {
		$now   = self::get();
		$works = in_array( $answer->kind, array( Answer::OK, Answer::SAME, Answer::UNKNOWN ), true );
		if ( $works && 'ok' === $now['kind'] && time() - $now['at'] < MINUTE_IN_SECONDS ) {
			return;
		}
		update_option(
			self::OPTION,
			array(
				'kind'   => $works ? 'ok' : $answer->kind,
				'at'     => time(),
				'ok'     => $works ? time() : $now['ok'],
				'detail' => $works ? '' : $answer->detail,
			),
			false
		);
		if ( ! $works && $now['kind'] !== $answer->kind ) {
			Alerts::raise( 'service', Answer::KEY === $answer->kind ? __( 'The service refuses the key of this site.', 'labelservice' ) . ' ' . $answer->detail : $answer->detail );
		}
	}

	/** What is known. */
	public static function get() {
		return wp_parse_args(
			get_option( self::OPTION, array() ),
			array(
				'kind'   => '',
				'at'     => 0,
				'ok'     => 0,
				'detail' => '',
			)
		);
	}
}
