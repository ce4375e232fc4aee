<?php
/**
 * Speaks to the service.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/**
 * One request at a time, never longer than its budget. It does not retry by itself: the worker does, later, and only what retrying can help.
 * The address is an administrator's setting and may be in a private network, so WordPress's guard against such addresses does not apply.
 */
final class Client {

	/** Seconds that slow requests of one save may take together: somebody waits for it. */
	const BUDGET = 4.0;
	/** Seconds for one request. */
	const TIMEOUT = 3.0;
	/** Seconds for one request of a job, and of a panel that shows what it waits for. */
	const JOB   = 15.0;
	const PANEL = 7.0;

	/** Faster than this costs nothing: an import of a thousand articles is not cut off by its thousand quick answers. */
	const QUICK = 0.5;

	/** Seconds for each request where no save waits for it; 0 where one does. @var float */
	private static $patience = 0.0;
	/** Seconds spent. @var float */
	private static $spent = 0.0;

	/**
	 * POST /v1/checks.
	 *
	 * @param array  $request The request.
	 * @param string $key     The idempotency key of this save.
	 */
	public static function check( array $request, $key ) {
		// A test key stores nothing, and the service says so where a key is sent.
		$headers = 0 === strpos( (string) Settings::get( 'key' ), 'test_' ) ? array() : array( 'Idempotency-Key' => $key );
		return self::send( 'POST', '/v1/checks', $request, $headers );
	}

	/**
	 * POST /v1/checks with nothing stored.
	 *
	 * @param array $request The request.
	 */
	public static function try_out( array $request ) {
		$request['store'] = false;
		return self::send( 'POST', '/v1/checks', $request );
	}

	/**
	 * GET /v1/labels.
	 *
	 * @param string $external_id The article.
	 * @param string $etag        Of the last answer.
	 */
	public static function labels( $external_id, $etag = '' ) {
		return self::send( 'GET', '/v1/labels?externalId=' . rawurlencode( $external_id ), null, '' === $etag ? array() : array( 'If-None-Match' => $etag ) );
	}

	/**
	 * GET /v1/changes.
	 *
	 * @param string $cursor Of the last answer.
	 */
	public static function changes( $cursor ) {
		$query = array(
			'limit' => 100,
			'type'  => 'labels.changed,review.decided,review.question,review.superseded',
		);
		if ( '' !== $cursor ) {
			$query['since'] = $cursor;
		}
		return self::send( 'GET', '/v1/changes?' . http_build_query( $query ) );
	}

	/**
	 * POST /v1/checks/{id}/feedback.
	 *
	 * @param string $check_id The check.
	 * @param array  $feedback What was wrong.
	 */
	public static function feedback( $check_id, array $feedback ) {
		return self::send( 'POST', '/v1/checks/' . rawurlencode( $check_id ) . '/feedback', $feedback );
	}

	/**
	 * DELETE /v1/articles.
	 *
	 * @param string $external_id The article.
	 */
	public static function erase( $external_id ) {
		return self::send( 'DELETE', '/v1/articles?externalId=' . rawurlencode( $external_id ) );
	}

	/** GET /v1/key: whether the key is valid. */
	public static function key() {
		return self::send( 'GET', '/v1/key' );
	}

	/**
	 * POST /v1/webhooks.
	 *
	 * @param string $url Where this site receives.
	 */
	public static function connect_webhook( $url ) {
		return self::send(
			'POST',
			'/v1/webhooks',
			array(
				'url'   => $url,
				'types' => array( 'labels.changed', 'review.decided', 'review.question', 'review.superseded' ),
			)
		);
	}

	/**
	 * Begins anew with the time that requests may take.
	 *
	 * @param float $patience Seconds for each where no save waits for it.
	 */
	public static function fresh_budget( $patience = 0.0 ) {
		self::$spent    = 0.0;
		self::$patience = $patience;
	}

	/**
	 * Sends.
	 *
	 * @param string     $method  The method.
	 * @param string     $path    Path and query.
	 * @param array|null $body    Sent as JSON.
	 * @param array      $headers More headers.
	 */
	private static function send( $method, $path, $body = null, array $headers = array() ) {
		if ( ! Settings::is_connected() ) {
			return new Answer( Answer::AWAY, array(), __( 'No service is set up yet.', 'labelservice' ) );
		}
		if ( Breaker::is_open() ) {
			return new Answer( Answer::AWAY, array(), __( 'The service was away a moment ago; it is asked again in a few seconds.', 'labelservice' ) );
		}
		$left = self::$patience > 0 ? self::$patience : self::BUDGET - self::$spent;
		if ( $left < 0.2 ) {
			$late       = new Answer( Answer::AWAY, array(), __( 'There was no time left to ask the service; it is asked in a moment.', 'labelservice' ) );
			$late->late = true;
			return $late;
		}
		$arguments = array(
			'method'      => $method,
			'timeout'     => self::$patience > 0 ? $left : min( self::TIMEOUT, $left ),
			'redirection' => 0,
			'user-agent'  => 'LabelService-WordPress/' . VERSION,
			'headers'     => array_merge(
				array(
					'Authorization' => 'Bearer ' . Settings::get( 'key' ),
					'Accept'        => 'application/json',
				),
				$headers
			),
		);
		if ( null !== $body ) {
			$arguments['body']                    = wp_json_encode( $body, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE );
			$arguments['headers']['Content-Type'] = 'application/json';
		}
		$start    = microtime( true );
		$response = wp_remote_request( untrailingslashit( Settings::get( 'url' ) ) . $path, $arguments );
		$took     = microtime( true ) - $start;
		$answer   = self::read( $response );

		self::$spent += $took < self::QUICK ? 0 : $took;
		if ( Answer::AWAY === $answer->kind && in_array( $answer->status, array( 0, 429, 502, 503, 504 ), true ) ) {
			// An answer to one article alone (500, 409) says nothing about the others.
			Breaker::open( $answer->retry_after );
		} elseif ( Answer::AWAY !== $answer->kind ) {
			Breaker::close();
		}
		Contact::note( $answer );
		return $answer;
	}

	/**
	 * Reads what came back. A body that is not what the contract says counts as "away": nothing is decided on it.
	 *
	 * @param array|\WP_Error $response What came.
	 */
	private static function read( $response ) {
		if ( is_wp_error( $response ) ) {
			/* translators: %s: what the network said. */
			return new Answer( Answer::AWAY, array(), sprintf( __( 'The service could not be reached: %s', 'labelservice' ), $response->get_error_message() ) );
		}
		$status = (int) wp_remote_retrieve_response_code( $response );
		$body   = json_decode( wp_remote_retrieve_body( $response ), true );
		$kind   = self::kind( $status );
		if ( Answer::OK === $kind && 204 !== $status && ! is_array( $body ) ) {
			return new Answer( Answer::AWAY, array(), __( 'The service answered something that is not JSON; is there a proxy or a login page in between?', 'labelservice' ) );
		}
		$body         = is_array( $body ) ? $body : array();
		$detail       = isset( $body['detail'] ) && is_string( $body['detail'] ) ? $body['detail'] : '';
		$answer       = new Answer( $kind, $body, Answer::OK === $kind ? '' : trim( "{$status} {$detail}" ) );
		$answer->status = $status;
		$answer->etag = (string) wp_remote_retrieve_header( $response, 'etag' );
		$wait         = wp_remote_retrieve_header( $response, 'retry-after' );
		if ( Answer::AWAY === $kind && is_string( $wait ) && '' !== $wait ) {
			$answer->retry_after = ctype_digit( $wait ) ? (int) $wait : max( 1, (int) strtotime( $wait ) - time() );
		}
		return $answer;
	}

	/**
	 * What a status means.
	 *
	 * @param int $status Of HTTP.
	 */
	private static function kind( $status ) {
		if ( 304 === $status ) {
			return Answer::SAME;
		}
		if ( $status >= 200 && $status < 300 ) {
			return Answer::OK;
		}
		if ( 401 === $status || 403 === $status ) {
			return Answer::KEY;
		}
		if ( 404 === $status ) {
			return Answer::UNKNOWN;
		}
		// 409: the same save is still being answered. 3xx: never followed, the service sends none.
		return 429 === $status || 409 === $status || $status >= 500 || $status < 400 ? Answer::AWAY : Answer::REFUSED;
	}
}
