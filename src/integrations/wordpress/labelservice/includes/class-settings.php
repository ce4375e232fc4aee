<?php
/**
 * What the site has set.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Reads the option, its constants and filters. */
final class Settings {

	const OPTION   = 'labelservice_settings';
	const POLICIES = array( 'block', 'hold', 'conservative', 'open' );

	/**
	 * One setting.
	 *
	 * @param string $name Its name.
	 * @return mixed
	 */
	public static function get( $name ) {
		$constant = 'LABELSERVICE_' . strtoupper( $name );
		if ( self::is_fixed( $name ) ) {
			return constant( $constant );
		}
		$all   = wp_parse_args( get_option( self::OPTION, array() ), self::defaults() );
		$value = isset( $all[ $name ] ) ? $all[ $name ] : null;

		/**
		 * Sets a setting from code: labelservice_url, labelservice_key, labelservice_policy and so on.
		 *
		 * @param mixed $value What is stored.
		 */
		return apply_filters( "labelservice_{$name}", $value );
	}

	/**
	 * Whether a constant in wp-config.php sets it, so that the page only shows it.
	 *
	 * @param string $name The setting.
	 */
	public static function is_fixed( $name ) {
		return in_array( $name, array( 'url', 'key', 'policy', 'webhook_secret', 'chromium' ), true ) && defined( 'LABELSERVICE_' . strtoupper( $name ) );
	}

	/** What holds where nothing is set. */
	public static function defaults() {
		return array(
			'url'            => '',
			'key'            => '',
			'policy'         => 'conservative',
			'default_notice' => '',
			'post_types'     => array( 'post' ),
			'source_line'    => true,
			'strict'         => true,
			'webhook_secret' => '',
			'webhook_id'     => '',
			'uninstall'      => 'bake',
			'alert_email'    => true,
			'chromium'       => '',
		);
	}

	/** The notice shown while it is not known what an article must carry. */
	public static function default_notice() {
		$notice = trim( (string) self::get( 'default_notice' ) );
		return '' === $notice ? __( 'It is being checked whether this article must carry a notice.', 'labelservice' ) : $notice;
	}

	/** Whether there is a service to ask. */
	public static function is_connected() {
		return '' !== (string) self::get( 'url' ) && '' !== (string) self::get( 'key' );
	}

	/**
	 * Whether posts of this type are checked.
	 *
	 * @param string $type The post type.
	 */
	public static function covers( $type ) {
		return in_array( $type, (array) self::get( 'post_types' ), true );
	}

	/** Whether a register that is out of date counts as no answer: under block and hold, unless the site wants otherwise. */
	public static function is_strict() {
		return self::get( 'strict' ) && in_array( self::get( 'policy' ), array( 'block', 'hold' ), true );
	}

	/** Who may publish without waiting, with a reason. */
	public static function break_glass_capability() {
		/**
		 * The capability for a break-glass publication.
		 *
		 * @param string $capability By default that of editors.
		 */
		return apply_filters( 'labelservice_break_glass_capability', 'edit_others_posts' );
	}

	/**
	 * Changes settings from code.
	 *
	 * @param array $changes Name to value.
	 */
	public static function update( array $changes ) {
		update_option( self::OPTION, array_merge( wp_parse_args( get_option( self::OPTION, array() ), self::defaults() ), $changes ) );
	}

	/**
	 * What the page sends, made safe; what is wrong is said and what stood there stays.
	 *
	 * @param mixed $input What was sent.
	 */
	public static function sanitize( $input ) {
		$now   = wp_parse_args( get_option( self::OPTION, array() ), self::defaults() );
		$input = is_array( $input ) ? $input : array();
		$next  = $now;
		if ( isset( $input['url'] ) ) {
			$url = untrailingslashit( trim( (string) $input['url'] ) );
			if ( '' === $url || preg_match( '#^https?://[^\s/?\#]+(/[^\s?\#]*)?$#i', $url ) ) {
				$next['url'] = esc_url_raw( $url );
			} else {
				add_settings_error( self::OPTION, 'url', __( 'The address of the service begins with https:// (or http://) and has no question mark, such as https://labels.example.org.', 'labelservice' ) );
			}
		}
		// An empty field keeps the key: it is never shown again.
		foreach ( array( 'key', 'webhook_secret' ) as $secret ) {
			if ( isset( $input[ $secret ] ) && '' !== trim( (string) $input[ $secret ] ) ) {
				$next[ $secret ] = sanitize_text_field( $input[ $secret ] );
			}
		}
		if ( isset( $input['policy'] ) && in_array( $input['policy'], self::POLICIES, true ) ) {
			$next['policy'] = $input['policy'];
		}
		if ( isset( $input['default_notice'] ) ) {
			$next['default_notice'] = sanitize_textarea_field( $input['default_notice'] );
		}
		if ( isset( $input['post_types'] ) ) {
			$next['post_types'] = array_values( array_intersect( array_map( 'sanitize_key', (array) $input['post_types'] ), get_post_types( array( 'public' => true ) ) ) );
		}
		if ( isset( $input['uninstall'] ) && in_array( $input['uninstall'], array( 'bake', 'remove' ), true ) ) {
			$next['uninstall'] = $input['uninstall'];
		}
		foreach ( array( 'source_line', 'strict', 'alert_email' ) as $switch ) {
			if ( isset( $input[ $switch ] ) ) {
				$next[ $switch ] = (bool) $input[ $switch ];
			}
		}
		if ( isset( $input['webhook_id'] ) ) {
			$next['webhook_id'] = sanitize_text_field( $input['webhook_id'] );
		}
		if ( $next['url'] !== $now['url'] || $next['key'] !== $now['key'] ) {
			Breaker::close();
			delete_option( 'labelservice_contact' );
			delete_option( Changes::CURSOR );
			Round::anew();
		}
		return $next;
	}
}
