<?php
/**
 * Panels for authors.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** The block editor's sidebar and pre-publish step; under the classic editor a meta box with the same. */
final class Editor {

	/** Hooks. */
	public static function hook() {
		add_action( 'enqueue_block_editor_assets', array( __CLASS__, 'scripts' ) );
		add_action( 'add_meta_boxes', array( __CLASS__, 'box' ) );
		add_action( 'save_post', array( __CLASS__, 'save_facts' ) );
		add_action( 'admin_notices', array( __CLASS__, 'notice' ) );
		add_action( 'admin_enqueue_scripts', array( __CLASS__, 'classic_scripts' ) );
	}

	/** The block editor's script. Nothing is built: it runs as it is written. */
	public static function scripts() {
		$post = get_post();
		if ( ! $post || ! Settings::covers( $post->post_type ) ) {
			return;
		}
		wp_enqueue_script(
			'labelservice-editor',
			plugins_url( 'assets/editor.js', FILE ),
			array( 'wp-plugins', 'wp-edit-post', 'wp-editor', 'wp-element', 'wp-components', 'wp-data', 'wp-api-fetch', 'wp-i18n', 'wp-notices', 'wp-core-data' ),
			VERSION,
			true
		);
		wp_set_script_translations( 'labelservice-editor', 'labelservice', DIR . '/languages' );
		wp_enqueue_style( 'labelservice-admin', plugins_url( 'assets/admin.css', FILE ), array(), VERSION );
	}

	/**
	 * Scripts of the classic editor.
	 *
	 * @param string $page The page.
	 */
	public static function classic_scripts( $page ) {
		$post = get_post();
		if ( in_array( $page, array( 'post.php', 'post-new.php' ), true ) && $post && Settings::covers( $post->post_type ) && ! use_block_editor_for_post( $post ) ) {
			wp_enqueue_script( 'labelservice-classic', plugins_url( 'assets/classic.js', FILE ), array( 'wp-api-fetch', 'wp-i18n', 'wp-a11y' ), VERSION, true );
			wp_set_script_translations( 'labelservice-classic', 'labelservice', DIR . '/languages' );
			wp_enqueue_style( 'labelservice-admin', plugins_url( 'assets/admin.css', FILE ), array(), VERSION );
		}
	}

	/** The meta box of the classic editor. */
	public static function box() {
		add_meta_box( 'labelservice', __( 'Labels', 'labelservice' ), array( __CLASS__, 'print_box' ), (array) Settings::get( 'post_types' ), 'side', 'high', array( '__back_compat_meta_box' => true ) );
	}

	/**
	 * Prints the meta box.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function print_box( $post ) {
		$view  = View::of( $post );
		$facts = Facts::of( $post->ID );
		wp_nonce_field( 'labelservice_facts', 'labelservice_facts_nonce' );
		echo '<div id="labelservice-box" data-post="' . (int) $post->ID . '">';
		echo '<p class="labelservice-state" data-state="' . esc_attr( $view['state'] ) . '"><strong>' . esc_html( $view['stateName'] ) . '</strong></p>';
		if ( '' !== $view['message'] ) {
			echo '<p class="labelservice-message">' . esc_html( $view['message'] ) . '</p>';
		}
		foreach ( array_merge( $view['labels'], $view['waiting'] ) as $label ) {
			self::print_label( $label );
		}
		if ( $view['age'] ) {
			echo '<p><strong>' . esc_html( $view['age']['value'] ) . '</strong> — ' . esc_html( $view['age']['name'] ) . '</p>';
		}
		foreach ( $view['flags'] as $flag ) {
			echo '<p>' . esc_html( $flag['why'] ) . '</p>';
		}
		foreach ( $view['near'] as $near ) {
			/* translators: 1: words of the text, 2: why they do not count. */
			echo '<p class="labelservice-near">' . esc_html( sprintf( __( 'Close, but not counted: “%1$s”. %2$s', 'labelservice' ), $near['text'], $near['why'] ) ) . '</p>';
		}
		foreach ( $view['messages'] as $message ) {
			echo '<p class="labelservice-said"><small>' . esc_html( $message['at'] ) . '</small><br>' . esc_html( $message['text'] ) . '</p>';
		}
		echo '<p><button type="button" class="button" data-labelservice="check">' . esc_html__( 'Check now', 'labelservice' ) . '</button>';
		if ( '' !== $view['checkId'] ) {
			echo ' <button type="button" class="button-link" data-labelservice="wrong">' . esc_html__( 'Something is wrong here', 'labelservice' ) . '</button>';
		}
		if ( $view['mayBreak'] && '' !== $view['stopped'] ) {
			echo ' <button type="button" class="button-link-delete" data-labelservice="break-glass">' . esc_html__( 'Publish without waiting…', 'labelservice' ) . '</button>';
		}
		echo '</p><p role="status" class="labelservice-told"></p><fieldset><legend>' . esc_html__( 'What the text cannot show', 'labelservice' ) . '</legend>';
		self::select( 'kind', __( 'Kind', 'labelservice' ), self::kinds(), $facts['kind'] ?? 'news' );
		self::select( 'ai', __( 'Artificial intelligence', 'labelservice' ), self::ai(), $facts['ai'] ?? 'none' );
		echo '<p><label><input type="checkbox" name="labelservice[sponsored]" value="1" ' . checked( ! empty( $facts['sponsored'] ), true, false ) . '> ' . esc_html__( 'Paid for by somebody', 'labelservice' ) . '</label></p>';
		foreach ( self::texts() as $name => $label ) {
			echo '<p><label>' . esc_html( $label ) . '<br><input type="text" class="widefat" maxlength="300" name="labelservice[' . esc_attr( $name ) . ']" value="' . esc_attr( $facts[ $name ] ?? '' ) . '"></label></p>';
		}
		echo '</fieldset></div>';
	}

	/**
	 * Saves the facts of the meta box.
	 *
	 * @param int $post_id The post.
	 */
	public static function save_facts( $post_id ) {
		if ( ! isset( $_POST['labelservice_facts_nonce'], $_POST['labelservice'] ) || ! wp_verify_nonce( sanitize_key( $_POST['labelservice_facts_nonce'] ), 'labelservice_facts' ) || ! isset( $_POST['post_ID'] ) || (int) $_POST['post_ID'] !== (int) $post_id || ! current_user_can( 'edit_post', $post_id ) || wp_is_post_revision( $post_id ) ) {
			return;
		}
		update_post_meta( $post_id, Facts::META, wp_slash( Facts::sanitize( wp_unslash( $_POST['labelservice'] ) ) ) ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- Facts::sanitize does.
	}

	/** Under the classic editor the author reads here why an article is not public. */
	public static function notice() {
		$screen = get_current_screen();
		$post   = $screen && 'post' === $screen->base ? get_post() : null;
		if ( ! $post || $screen->is_block_editor() || ! Settings::covers( $post->post_type ) ) {
			return;
		}
		$view = View::of( $post );
		if ( '' !== $view['message'] ) {
			echo '<div class="notice notice-warning"><p>' . esc_html( $view['message'] ) . '</p></div>';
		}
	}

	/** The kinds of articles. */
	public static function kinds() {
		return array(
			'news'          => __( 'News', 'labelservice' ),
			'opinion'       => __( 'Opinion', 'labelservice' ),
			'satire'        => __( 'Satire', 'labelservice' ),
			'advertisement' => __( 'Advertisement', 'labelservice' ),
			'press-release' => __( 'Press release', 'labelservice' ),
			'review'        => __( 'Review', 'labelservice' ),
			'archive'       => __( 'Archive', 'labelservice' ),
			'social-post'   => __( 'Social post', 'labelservice' ),
		);
	}

	/** What AI did. */
	public static function ai() {
		return array(
			'none'      => __( 'Not used', 'labelservice' ),
			'assisted'  => __( 'Helped', 'labelservice' ),
			'generated' => __( 'Wrote the text', 'labelservice' ),
		);
	}

	/** The facts that are texts. */
	private static function texts() {
		return array(
			'advertiser' => __( 'Advertiser', 'labelservice' ),
			'erid'       => __( 'Advertising token (erid)', 'labelservice' ),
			'sourceName' => __( 'Source', 'labelservice' ),
			'sourceUrl'  => __( 'Address of the source', 'labelservice' ),
		);
	}

	/**
	 * A label in the meta box.
	 *
	 * @param array $label Of the view.
	 */
	private static function print_label( array $label ) {
		echo '<details class="labelservice-label" data-id="' . esc_attr( $label['id'] ) . '" data-status="' . esc_attr( $label['status'] ) . '"><summary>' . esc_html( wp_trim_words( $label['text'], 12 ) ) . ' <em>(' . esc_html( $label['name'] ) . ')</em></summary>';
		echo '<p>' . esc_html( $label['text'] ) . '</p><p>' . esc_html( $label['why'] ) . '</p>';
		foreach ( $label['needs'] as $need ) {
			/* translators: %s: what is lacking. */
			echo '<p><strong>' . esc_html( sprintf( __( 'Lacking: %s', 'labelservice' ), $need ) ) . '</strong></p>';
		}
		echo '</details>';
	}

	/**
	 * A choice.
	 *
	 * @param string $name    Of the fact.
	 * @param string $label   Its label.
	 * @param array  $choices Value to words.
	 * @param string $value   The value now.
	 */
	private static function select( $name, $label, array $choices, $value ) {
		echo '<p><label>' . esc_html( $label ) . '<br><select class="widefat" name="labelservice[' . esc_attr( $name ) . ']">';
		foreach ( $choices as $choice => $words ) {
			echo '<option value="' . esc_attr( $choice ) . '" ' . selected( $value, $choice, false ) . '>' . esc_html( $words ) . '</option>';
		}
		echo '</select></label></p>';
	}
}
