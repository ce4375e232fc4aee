<?php
/**
 * Settings → Labels.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** The settings page, for administrators. */
final class Settings_Page {

	/** Hooks. */
	public static function hook() {
		add_action( 'admin_menu', array( __CLASS__, 'menu' ) );
		add_action(
			'admin_init',
			static function () {
				register_setting( 'labelservice', Settings::OPTION, array( 'sanitize_callback' => array( Settings::class, 'sanitize' ) ) );
			}
		);
		add_filter( 'plugin_row_meta', array( __CLASS__, 'warn' ), 10, 2 );
		add_filter( 'plugin_action_links_' . plugin_basename( FILE ), array( __CLASS__, 'link' ) );
	}

	/** Adds the page. */
	public static function menu() {
		$page = add_options_page( __( 'Labels', 'labelservice' ), __( 'Labels', 'labelservice' ), 'manage_options', 'labelservice-settings', array( __CLASS__, 'show' ) );
		add_action(
			"admin_print_scripts-{$page}",
			static function () {
				wp_enqueue_script( 'labelservice-settings', plugins_url( 'assets/settings.js', FILE ), array( 'wp-api-fetch', 'wp-i18n' ), VERSION, true );
				wp_set_script_translations( 'labelservice-settings', 'labelservice', DIR . '/languages' );
			}
		);
	}

	/**
	 * A link in the list of plugins.
	 *
	 * @param string[] $links Links.
	 */
	public static function link( $links ) {
		array_unshift( $links, '<a href="' . esc_url( admin_url( 'options-general.php?page=labelservice-settings' ) ) . '">' . esc_html__( 'Settings', 'labelservice' ) . '</a>' );
		return $links;
	}

	/**
	 * What deactivating does, where somebody is about to.
	 *
	 * @param string[] $meta Of the row.
	 * @param string   $file Of the plugin.
	 */
	public static function warn( $meta, $file ) {
		if ( plugin_basename( FILE ) === $file ) {
			$meta[] = esc_html__( 'While it is deactivated articles show no labels. Deleting it writes them into the articles.', 'labelservice' );
		}
		return $meta;
	}

	/** The page. */
	public static function show() {
		if ( ! current_user_can( 'manage_options' ) ) {
			return;
		}
		$contact = Contact::get();
		echo '<div class="wrap"><h1>' . esc_html__( 'Labels', 'labelservice' ) . '</h1>';
		echo '<p>' . esc_html__( 'Articles are sent to the LabelService that you name here, which tells which notices they must carry. It helps editors; it does not promise that the law is met.', 'labelservice' ) . '</p>';
		if ( '' !== $contact['detail'] ) {
			echo '<div class="notice notice-error inline"><p>' . esc_html( $contact['detail'] ) . '</p></div>';
		}
		echo '<form method="post" action="options.php">';
		settings_fields( 'labelservice' );
		echo '<table class="form-table" role="presentation">';
		self::row( 'url', __( 'Address of the service', 'labelservice' ), self::input( 'url', 'url', (string) Settings::get( 'url' ), 'https://labels.example.org' ) );
		self::row( 'key', __( 'Key', 'labelservice' ), self::input( 'key', 'password', '', '' === (string) Settings::get( 'key' ) ? '' : __( 'set; type to replace it', 'labelservice' ) ) . '<p class="description">' . esc_html__( 'A key of the service with the scopes check, read and webhooks. Keys that begin with test_ store nothing.', 'labelservice' ) . '</p>' );
		self::row( '', __( 'Connection', 'labelservice' ), '<button type="button" class="button" data-labelservice="key">' . esc_html__( 'Test the saved key', 'labelservice' ) . '</button> <button type="button" class="button" data-labelservice="webhook-connection">' . ( Settings::get( 'webhook_secret' ) ? esc_html__( 'Connect the webhook anew', 'labelservice' ) : esc_html__( 'Connect the webhook', 'labelservice' ) ) . '</button> <span role="status" id="labelservice-told"></span><p class="description">' . esc_html__( 'The webhook brings changes within seconds. Without it they are asked for every minute.', 'labelservice' ) . ' <code>' . esc_html( rest_url( Routes::SPACE . '/webhook' ) ) . '</code></p>' );
		self::row( 'policy', __( 'When a label is missing, waits for a moderator, or the service is away', 'labelservice' ), self::policies() );
		self::row( '', __( 'When a register at the service is out of date', 'labelservice' ), self::toggle( 'strict', __( 'Under “block” and “hold”, treat it like a service that is away', 'labelservice' ) ) . '<p class="description">' . esc_html__( 'Otherwise authors read it beside the labels, and publication does not wait for it.', 'labelservice' ) . '</p>' );
		self::row( 'default_notice', __( 'Notice while it is not known', 'labelservice' ), '<textarea class="large-text" rows="2" id="labelservice-default_notice" name="' . esc_attr( Settings::OPTION ) . '[default_notice]" placeholder="' . esc_attr( Settings::default_notice() ) . '">' . esc_textarea( (string) Settings::get( 'default_notice' ) ) . '</textarea><p class="description">' . esc_html__( 'Shown under the policy “conservative” before the text, in the language of your readers.', 'labelservice' ) . '</p>' );
		self::row( '', __( 'Checked', 'labelservice' ), self::types() );
		self::row( '', __( 'Source line', 'labelservice' ), self::toggle( 'source_line', __( 'Name the source after the text where the text does not', 'labelservice' ) ) );
		self::row( '', __( 'Alerts', 'labelservice' ), self::toggle( 'alert_email', __( 'Mail the administrator, at most once an hour and subject', 'labelservice' ) ) );
		self::row( '', __( 'When the plugin is deleted', 'labelservice' ), self::choice( 'uninstall', array(
			'bake'   => __( 'Write the labels into the articles, so that they stay', 'labelservice' ),
			'remove' => __( 'Remove the labels; articles will lack them', 'labelservice' ),
		) ) );
		echo '</table>';
		submit_button();
		echo '</form></div>';
	}

	/**
	 * A row of the form.
	 *
	 * @param string $name  Of the setting; empty where the field has labels of its own.
	 * @param string $label Its label.
	 * @param string $field Markup.
	 */
	private static function row( $name, $label, $field ) {
		echo '<tr><th scope="row">' . ( '' === $name ? esc_html( $label ) : '<label for="labelservice-' . esc_attr( $name ) . '">' . esc_html( $label ) . '</label>' ) . '</th><td>' . $field . '</td></tr>'; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped where it is made.
	}

	/**
	 * A field; one that a constant sets is only shown.
	 *
	 * @param string $name        Of the setting.
	 * @param string $type        Of the field.
	 * @param string $value       Its value.
	 * @param string $placeholder Its placeholder.
	 */
	private static function input( $name, $type, $value, $placeholder ) {
		$fixed = Settings::is_fixed( $name );
		return '<input class="regular-text code" autocomplete="off" type="' . esc_attr( $type ) . '" id="labelservice-' . esc_attr( $name ) . '" name="' . esc_attr( Settings::OPTION . "[{$name}]" ) . '" value="' . esc_attr( $value ) . '" placeholder="' . esc_attr( $placeholder ) . '" ' . disabled( $fixed, true, false ) . '>'
			. ( $fixed ? '<p class="description">' . esc_html__( 'Set in wp-config.php.', 'labelservice' ) . '</p>' : '' );
	}

	/** The four policies. */
	private static function policies() {
		$field = self::choice( 'policy', array(
			'block'        => __( 'Block: the article is saved as pending, and its author publishes it again', 'labelservice' ),
			'hold'         => __( 'Hold: the article waits as pending and is published by itself when its labels are known', 'labelservice' ),
			'conservative' => __( 'Conservative: the article is published with the labels last known and the notice below', 'labelservice' ),
			'open'         => __( 'Open: the article is published, and somebody is alerted', 'labelservice' ),
		) );
		return $field . '<p class="description">' . esc_html__( 'What a rule forbids to publish waits under every policy.', 'labelservice' ) . '</p>';
	}

	/**
	 * A choice of one.
	 *
	 * @param string $name    Of the setting.
	 * @param array  $choices Value to words.
	 */
	private static function choice( $name, array $choices ) {
		$html = '<fieldset id="labelservice-' . esc_attr( $name ) . '">';
		foreach ( $choices as $value => $words ) {
			$html .= '<label><input type="radio" name="' . esc_attr( Settings::OPTION . "[{$name}]" ) . '" value="' . esc_attr( $value ) . '" ' . checked( Settings::get( $name ), $value, false ) . ' ' . disabled( Settings::is_fixed( $name ), true, false ) . '> ' . esc_html( $words ) . '</label><br>';
		}
		return $html . '</fieldset>';
	}

	/**
	 * A switch; the hidden field says "off".
	 *
	 * @param string $name  Of the setting.
	 * @param string $words Its label.
	 */
	private static function toggle( $name, $words ) {
		$field = esc_attr( Settings::OPTION . "[{$name}]" );
		return '<input type="hidden" name="' . $field . '" value="0"><label><input type="checkbox" name="' . $field . '" value="1" ' . checked( (bool) Settings::get( $name ), true, false ) . '> ' . esc_html( $words ) . '</label>';
	}

	/** Which post types are checked. */
	private static function types() {
		$html = '<fieldset><input type="hidden" name="' . esc_attr( Settings::OPTION ) . '[post_types][]" value="">';
		foreach ( get_post_types( array( 'public' => true ), 'objects' ) as $type ) {
			if ( 'attachment' !== $type->name ) {
				$html .= '<label><input type="checkbox" name="' . esc_attr( Settings::OPTION ) . '[post_types][]" value="' . esc_attr( $type->name ) . '" ' . checked( Settings::covers( $type->name ), true, false ) . '> ' . esc_html( $type->labels->name ) . '</label><br>';
			}
		}
		return $html . '</fieldset>';
	}
}
