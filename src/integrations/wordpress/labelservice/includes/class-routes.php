<?php
/**
 * The plugin's own REST routes.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Each says who may call it. */
final class Routes {

	const SPACE = 'labelservice/v1';

	/** Hooks. */
	public static function hook() {
		add_action( 'rest_api_init', array( __CLASS__, 'register' ) );
	}

	/** All routes. */
	public static function register() {
		$edits = static function ( $request ) {
			$post = get_post( (int) $request['id'] );
			return $post && Settings::covers( $post->post_type ) && current_user_can( 'edit_post', $post->ID );
		};
		$runs  = static function () {
			return current_user_can( 'manage_options' );
		};
		$text  = array( 'type' => 'string', 'required' => true, 'minLength' => 1, 'maxLength' => 2000 );
		self::route( 'GET', '/posts/(?P<id>\d+)', 'show', $edits );
		self::route( 'POST', '/posts/(?P<id>\d+)/try', 'try_out', $edits );
		self::route( 'POST', '/posts/(?P<id>\d+)/check', 'check', $edits );
		self::route( 'POST', '/posts/(?P<id>\d+)/wrong', 'wrong', $edits, array( 'comment' => $text ) );
		self::route( 'POST', '/posts/(?P<id>\d+)/break-glass', 'break_glass', $edits, array( 'reason' => array( 'minLength' => 10 ) + $text ) );
		self::route( 'POST', '/posts/(?P<id>\d+)/proof', 'proof', static function ( $request ) use ( $edits ) {
			return current_user_can( 'edit_others_posts' ) && $edits( $request );
		} );
		self::route( 'GET', '/backfill', 'backfill', $runs );
		self::route( 'POST', '/backfill', 'backfill', $runs, array( 'action' => array( 'type' => 'string', 'enum' => array( 'start', 'pause', 'resume' ), 'required' => true ) ) );
		self::route( 'POST', '/key', 'key', $runs );
		self::route( 'POST', '/webhook-connection', 'connect', $runs );
		self::route( 'GET', '/health', 'health', static function () {
			return current_user_can( 'view_site_health_checks' );
		} );
		// Whoever signs with the secret.
		register_rest_route(
			self::SPACE,
			'/webhook',
			array(
				'methods'             => 'POST',
				'callback'            => array( Webhook::class, 'receive' ),
				'permission_callback' => '__return_true',
			)
		);
		foreach ( (array) Settings::get( 'post_types' ) as $type ) {
			register_rest_field(
				$type,
				'labelservice',
				array(
					'get_callback' => static function ( $data ) {
						$post = get_post( $data['id'] );
						return $post && current_user_can( 'edit_post', $post->ID ) ? View::of( $post ) : null;
					},
					'schema'       => array(
						'description' => __( 'The labels of the article.', 'labelservice' ),
						'type'        => array( 'object', 'null' ),
						'context'     => array( 'edit' ),
						'readonly'    => true,
					),
				)
			);
		}
	}

	/**
	 * What is known of a post.
	 *
	 * @param \WP_REST_Request $request The call.
	 */
	public static function show( $request ) {
		return View::of( get_post( (int) $request['id'] ) );
	}

	/**
	 * Tries the text in the editor, before it is saved; nothing is stored anywhere.
	 *
	 * @param \WP_REST_Request $request The call.
	 */
	public static function try_out( $request ) {
		$post  = get_post( (int) $request['id'] );
		$edits = array();
		foreach ( array( 'title', 'content', 'excerpt' ) as $name ) {
			if ( is_string( $request[ $name ] ) ) {
				$edits[ "post_{$name}" ] = wp_unslash( sanitize_post_field( "post_{$name}", wp_slash( $request[ $name ] ), $post->ID, 'db' ) );
			}
		}
		if ( is_array( $request['facts'] ) ) {
			$edits['facts'] = $request['facts'];
		}
		$article = Article::of( $post, $edits );
		$record  = Record::of( $post->ID );
		if ( ! Record::knows( $record, $article ) ) {
			Client::fresh_budget( Client::PANEL );
			$answer = Client::try_out( $article->request() );
			if ( ! $answer->is_ok() ) {
				return array(
					'known'   => false,
					'state'   => State::AWAY,
					'detail'  => self::detail( $answer ),
					'outcome' => Gate::judge( $article, Answer::REFUSED === $answer->kind ? State::REFUSED : State::AWAY ),
				);
			}
			$record = Record::trial( $article, $answer->body );
		}
		$state = State::of( $record, $article );
		return array_merge(
			View::labels( $record ),
			array(
				'state'     => $state,
				'stateName' => State::name( $state ),
				'outcome'   => Gate::judge( $article, $state ),
			)
		);
	}

	/**
	 * Asks again about the stored text.
	 *
	 * @param \WP_REST_Request $request The call.
	 */
	public static function check( $request ) {
		$post = get_post( (int) $request['id'] );
		if ( current_user_can( 'edit_others_posts' ) ) {
			Breaker::close();
		}
		Record::set_state( $post->ID, Checker::check( Article::of( $post ), true ) );
		$view = View::of( get_post( $post->ID ) );
		if ( State::AWAY === $view['state'] && Checker::$last ) {
			$view['detail'] = self::detail( Checker::$last );
		}
		return $view;
	}

	/**
	 * Why there is no answer. Addresses inside the network are for administrators; what the service says of the text is for its author.
	 *
	 * @param Answer $answer The answer.
	 */
	private static function detail( Answer $answer ) {
		return Answer::REFUSED === $answer->kind || current_user_can( 'manage_options' ) ? $answer->detail : '';
	}

	/**
	 * "This is wrong."
	 *
	 * @param \WP_REST_Request $request The call.
	 */
	public static function wrong( $request ) {
		$record = Record::of( (int) $request['id'] );
		if ( null === $record || '' === $record['checkId'] ) {
			return new \WP_Error( 'labelservice_unchecked', __( 'This article was not checked yet.', 'labelservice' ), array( 'status' => 409 ) );
		}
		$id     = is_string( $request['disclosureId'] ) ? sanitize_text_field( $request['disclosureId'] ) : '';
		$answer = Client::feedback(
			$record['checkId'],
			array_filter(
				array(
					'kind'         => '' === $id ? 'missed' : 'wrong',
					'disclosureId' => $id,
					'comment'      => sanitize_textarea_field( $request['comment'] ),
				)
			)
		);
		return $answer->is_ok() ? array( 'sent' => true ) : new \WP_Error( 'labelservice_away', $answer->detail, array( 'status' => 503 ) );
	}

	/**
	 * Publishes without waiting.
	 *
	 * @param \WP_REST_Request $request The call.
	 */
	public static function break_glass( $request ) {
		$post = get_post( (int) $request['id'] );
		if ( ! current_user_can( Settings::break_glass_capability() ) || ! current_user_can( 'publish_post', $post->ID ) ) {
			return new \WP_Error( 'rest_forbidden', __( 'Editors and administrators may publish without waiting.', 'labelservice' ), array( 'status' => 403 ) );
		}
		if ( 'pending' !== $post->post_status || '' === (string) get_post_meta( $post->ID, Gate::REASON, true ) ) {
			return new \WP_Error( 'labelservice_not_stopped', __( 'This article does not wait for its labels.', 'labelservice' ), array( 'status' => 409 ) );
		}
		Override::publish( $post, sanitize_textarea_field( $request['reason'] ) );
		return array( 'status' => get_post_status( $post->ID ) ) + View::of( get_post( $post->ID ) );
	}

	/**
	 * What a browser measured on the page.
	 *
	 * @param \WP_REST_Request $request The call.
	 */
	public static function proof( $request ) {
		return Proof::take( get_post( (int) $request['id'] ), (array) $request->get_json_params() );
	}

	/**
	 * The backfill.
	 *
	 * @param \WP_REST_Request $request The call.
	 */
	public static function backfill( $request ) {
		return 'POST' === $request->get_method() ? Backfill::act( $request['action'] ) : Backfill::status();
	}

	/** Whether the key is valid: valid, invalid or failed. */
	public static function key() {
		Breaker::close();
		$answer = Client::key();
		$kinds  = array(
			Answer::OK  => 'valid',
			Answer::KEY => 'invalid',
		);
		return array(
			'result' => isset( $kinds[ $answer->kind ] ) ? $kinds[ $answer->kind ] : 'failed',
			'detail' => $answer->detail,
			'site'   => $answer->is_ok() ? (string) ( $answer->body['site'] ?? '' ) : '',
			'scopes' => $answer->is_ok() ? (array) ( $answer->body['scopes'] ?? array() ) : array(),
			'mode'   => $answer->is_ok() ? (string) ( $answer->body['mode'] ?? '' ) : '',
		);
	}

	/** Has the service tell this site what changes. */
	public static function connect() {
		$answer = Client::connect_webhook( rest_url( self::SPACE . '/webhook' ) );
		if ( ! $answer->is_ok() || ! is_string( $answer->body['secret'] ?? null ) ) {
			return new \WP_Error( 'labelservice_webhook', $answer->detail, array( 'status' => 502 ) );
		}
		Settings::update(
			array(
				'webhook_secret' => $answer->body['secret'],
				'webhook_id'     => (string) ( $answer->body['id'] ?? '' ),
			)
		);
		return array( 'connected' => true );
	}

	/** For Site Health. */
	public static function health() {
		return Site_Health::connection();
	}

	/**
	 * Registers one.
	 *
	 * @param string   $method   The method.
	 * @param string   $path     The path.
	 * @param string   $callback Of this class.
	 * @param callable $may      Who may call it.
	 * @param array    $args     Its parameters.
	 */
	private static function route( $method, $path, $callback, $may, array $args = array() ) {
		register_rest_route(
			self::SPACE,
			$path,
			array(
				'methods'             => $method,
				'callback'            => array( __CLASS__, $callback ),
				'permission_callback' => $may,
				'args'                => $args,
			)
		);
	}
}
