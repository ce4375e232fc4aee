<?php
/**
 * Must-use plugin of the site under test: notes every request to another host, keeps mails in a file, and lets the tests set what they need.
 */

add_filter(
	'pre_http_request',
	static function ( $answer, $arguments, $url ) {
		$host = wp_parse_url( $url, PHP_URL_HOST );
		// WordPress looks at a film's address as it stands, and refuses one without a host by itself.
		if ( is_string( $host ) && ! in_array( $host, array( '127.0.0.1', 'localhost' ), true ) ) {
			$by = preg_grep( '/LabelService/', array_map( static function ( $call ) {
				return ( $call['class'] ?? '' ) . ( $call['function'] ?? '' );
			}, debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS ) ) );
			file_put_contents( getenv( 'WP_OUTSIDE' ), ( $by ? 'plugin' : 'core' ) . " {$host}\n", FILE_APPEND | LOCK_EX );
			return new WP_Error( 'outside', 'No request leaves this machine.' );
		}
		return $answer;
	},
	10,
	3
);
add_filter(
	'pre_wp_mail',
	static function ( $sent, $mail ) {
		file_put_contents( getenv( 'WP_MAILS' ), wp_json_encode( $mail ) . "\n", FILE_APPEND | LOCK_EX );
		return true;
	},
	10,
	2
);
add_filter( 'wp_is_application_passwords_available', '__return_true' );
foreach ( array( 'pre_site_transient_update_core', 'pre_site_transient_update_plugins', 'pre_site_transient_update_themes' ) as $hook ) {
	add_filter(
		$hook,
		static function () {
			return (object) array(
				'last_checked'    => time(),
				'version_checked' => get_bloginfo( 'version' ),
				'updates'         => array(),
				'response'        => array(),
				'checked'         => array(),
			);
		}
	);
}
// WordPress itself asks its makers for languages and updates; a site under test does not.
add_filter( 'translations_api', static function () {
	return array( 'translations' => array() );
} );
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
add_filter( 'emoji_svg_url', '__return_false' );
// Lets the tests look inside without starting a process each time. This file is only ever in the site under test.
add_action(
	'rest_api_init',
	static function () {
		register_rest_route(
			'tests/v1',
			'/run',
			array(
				'methods'             => 'POST',
				'permission_callback' => static function ( $request ) {
					return hash_equals( (string) getenv( 'WP_TEST_SECRET' ), (string) $request->get_header( 'x-test-secret' ) );
				},
				'callback'            => static function ( $request ) {
					return array( 'value' => eval( $request['code'] ) ); // phpcs:ignore Squiz.PHP.Eval.Discouraged
				},
			)
		);
	}
);
