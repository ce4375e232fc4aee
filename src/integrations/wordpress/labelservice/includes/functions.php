<?php
/**
 * What themes may call.
 *
 * @package LabelService
 */

defined( 'ABSPATH' ) || exit;

if ( ! function_exists( 'labelservice_is_held' ) ) {
	/**
	 * Whether a post waits for its labels. For code that acts when wp_publish_post publishes: its hooks run although the post is put back.
	 *
	 * @param int $post_id The post.
	 */
	function labelservice_is_held( $post_id ) {
		return 'publish' !== get_post_status( $post_id ) && '' !== (string) get_post_meta( $post_id, LabelService\Gate::REASON, true );
	}
}

if ( ! function_exists( 'labelservice_before_title' ) ) {
	/**
	 * Prints the labels that a rule wants before the title. Where a theme does not call it they stand at the top of the text.
	 *
	 * @param int|WP_Post|null $post The post; the current one where absent.
	 */
	function labelservice_before_title( $post = null ) {
		$post = get_post( $post );
		if ( $post ) {
			echo LabelService\Renderer::before_title( $post ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Markup that was sanitised when it was stored.
		}
	}
}
