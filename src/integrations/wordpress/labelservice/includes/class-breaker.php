<?php
/**
 * Remembers that the service is away.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** While the service was just away nobody who saves waits for it again; the jobs ask on. */
final class Breaker {

	const OPTION  = 'labelservice_away_until';
	const SECONDS = 15;

	/** Whether to answer "away" without asking. */
	public static function is_open() {
		return (int) get_option( self::OPTION, 0 ) > time();
	}

	/**
	 * After a failure.
	 *
	 * @param int|null $seconds What Retry-After asked for.
	 */
	public static function open( $seconds = null ) {
		update_option( self::OPTION, time() + max( 1, min( 300, null === $seconds ? self::SECONDS : (int) $seconds ) ), true );
	}

	/** After a success, or when the address changed. */
	public static function close() {
		if ( get_option( self::OPTION ) ) {
			update_option( self::OPTION, 0, true );
		}
	}
}
