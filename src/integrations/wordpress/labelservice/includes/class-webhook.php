<?php
/**
 * Receives what the service tells.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Standard Webhooks 1.0.0: the signature of the raw body, its age, each id once. What it says is not used: it makes the site look. */
final class Webhook {

	const TOLERANCE = 300;

	/**
	 * Receives one.
	 *
	 * @param \WP_REST_Request $request The delivery.
	 */
	public static function receive( \WP_REST_Request $request ) {
		$secrets = array_filter( array_map( 'trim', explode( ' ', (string) Settings::get( 'webhook_secret' ) ) ) );
		$id      = (string) $request->get_header( 'webhook-id' );
		$time    = (string) $request->get_header( 'webhook-timestamp' );
		$given   = (string) $request->get_header( 'webhook-signature' );
		if ( array() === $secrets || '' === $id || strlen( $id ) > 200 || ! ctype_digit( $time ) || ! self::is_signed( $secrets, "{$id}.{$time}.{$request->get_body()}", $given ) ) {
			return new \WP_Error( 'labelservice_signature', __( 'The signature does not hold.', 'labelservice' ), array( 'status' => 401 ) );
		}
		if ( abs( time() - (int) $time ) > self::TOLERANCE ) {
			return new \WP_Error( 'labelservice_old', __( 'The delivery is too old, or a clock is wrong.', 'labelservice' ), array( 'status' => 401 ) );
		}
		update_option( 'labelservice_told', time(), false );
		$seen = 'labelservice_seen_' . md5( $id );
		if ( ! get_transient( $seen ) ) {
			set_transient( $seen, 1, DAY_IN_SECONDS );
			// Who tells is there. It waits: a few seconds now, the rest in the background.
			Breaker::close();
			Worker::tick( 4 );
			Worker::wake();
		}
		return new \WP_REST_Response( null, 204 );
	}

	/**
	 * Whether one of the signatures is by one of the secrets; there are two of either while a secret is changed.
	 *
	 * @param string[] $secrets whsec_…
	 * @param string   $signed  What was signed.
	 * @param string   $given   The header.
	 */
	public static function is_signed( array $secrets, $signed, $given ) {
		foreach ( $secrets as $secret ) {
			$key = base64_decode( preg_replace( '/^whsec_/', '', $secret ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_decode -- The specification's encoding.
			if ( ! $key ) {
				continue;
			}
			$right = base64_encode( hash_hmac( 'sha256', $signed, $key, true ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- The specification's encoding.
			foreach ( explode( ' ', $given ) as $signature ) {
				if ( 0 === strpos( $signature, 'v1,' ) && hash_equals( $right, substr( $signature, 3 ) ) ) {
					return true;
				}
			}
		}
		return false;
	}
}
