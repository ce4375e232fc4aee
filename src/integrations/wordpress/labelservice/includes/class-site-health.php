<?php
/**
 * Tools → Site Health.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Whether articles get their labels: the service, the jobs, the way back, the pages. */
final class Site_Health {

	/** Hooks. */
	public static function hook() {
		add_filter( 'site_status_tests', array( __CLASS__, 'tests' ) );
	}

	/**
	 * Adds the tests.
	 *
	 * @param array $tests Of WordPress.
	 */
	public static function tests( $tests ) {
		$tests['async']['labelservice_connection'] = array(
			'label'             => __( 'The label service', 'labelservice' ),
			'test'              => rest_url( Routes::SPACE . '/health' ),
			'has_rest'          => true,
			'async_direct_test' => array( __CLASS__, 'connection' ),
		);
		$tests['direct']['labelservice_jobs']      = array(
			'label' => __( 'Jobs of the labels', 'labelservice' ),
			'test'  => array( __CLASS__, 'jobs' ),
		);
		$tests['direct']['labelservice_articles']  = array(
			'label' => __( 'Labels of articles', 'labelservice' ),
			'test'  => array( __CLASS__, 'articles' ),
		);
		return $tests;
	}

	/** Whether the service answers to this site's key. */
	public static function connection() {
		if ( ! Settings::is_connected() ) {
			return self::result( 'labelservice_connection', 'critical', __( 'No label service is set up', 'labelservice' ), __( 'Articles are published without being checked.', 'labelservice' ) );
		}
		Breaker::close();
		$answer = Client::key();
		if ( $answer->is_ok() ) {
			return self::result( 'labelservice_connection', 'good', __( 'The label service answers', 'labelservice' ), (string) Settings::get( 'url' ) );
		}
		return self::result( 'labelservice_connection', 'critical', Answer::KEY === $answer->kind ? __( 'The label service refuses the key of this site', 'labelservice' ) : __( 'The label service does not answer', 'labelservice' ), $answer->detail );
	}

	/** Whether the jobs run, and changes come in. */
	public static function jobs() {
		$late = time() - 15 * MINUTE_IN_SECONDS;
		if ( Settings::is_connected() && (int) get_option( 'labelservice_ticked', 0 ) < $late ) {
			return self::result( 'labelservice_jobs', 'critical', __( 'The jobs of the labels do not run', 'labelservice' ), __( 'A change of a register reaches no article. WP-Cron needs visitors, or a system job that calls wp-cron.php every minute.', 'labelservice' ) );
		}
		if ( Settings::is_connected() && (int) get_option( 'labelservice_polled', 0 ) < $late ) {
			return self::result( 'labelservice_jobs', 'recommended', __( 'No changes were taken in for a while', 'labelservice' ), (string) Contact::get()['detail'] );
		}
		/* translators: %s: a number. */
		return self::result( 'labelservice_jobs', 'good', __( 'The jobs of the labels run', 'labelservice' ), sprintf( __( 'Articles that wait for an answer: %s', 'labelservice' ), number_format_i18n( Worker::waiting() ) ) );
	}

	/** Whether public articles carry what they must. */
	public static function articles() {
		$counts = Post_List::counts();
		$open   = $counts[ State::AWAY ] + $counts[ State::PARTIAL ] + $counts[ State::PENDING ] + $counts[ State::LACKING ] + $counts[ State::REFUSED ] + $counts[ State::BLOCKED ];
		$drift  = Proof::drift();
		if ( $open || $drift ) {
			/* translators: 1: a number, 2: a number. */
			return self::result( 'labelservice_articles', 'critical', __( 'Articles are public without all their labels', 'labelservice' ), sprintf( __( 'Labels not known yet: %1$s. Pages that do not show a label: %2$s.', 'labelservice' ), number_format_i18n( $open ), number_format_i18n( $drift ) ) );
		}
		if ( $counts[ State::UNCHECKED ] ) {
			/* translators: %s: a number. */
			return self::result( 'labelservice_articles', 'recommended', __( 'Older articles were never checked', 'labelservice' ), sprintf( __( 'Articles: %s. Start the backfill at Tools → Labels.', 'labelservice' ), number_format_i18n( $counts[ State::UNCHECKED ] ) ) );
		}
		return self::result( 'labelservice_articles', 'good', __( 'The labels of all public articles are known', 'labelservice' ), '' );
	}

	/**
	 * A result as WordPress wants it.
	 *
	 * @param string $test   Its name.
	 * @param string $status good, recommended or critical.
	 * @param string $label  A sentence.
	 * @param string $text   More.
	 */
	private static function result( $test, $status, $label, $text ) {
		return array(
			'label'       => $label,
			'status'      => $status,
			'badge'       => array(
				'label' => __( 'Labels', 'labelservice' ),
				'color' => 'good' === $status ? 'blue' : 'red',
			),
			'description' => '<p>' . esc_html( $text ) . '</p>',
			'actions'     => '<p><a href="' . esc_url( admin_url( 'tools.php?page=labelservice' ) ) . '">' . esc_html__( 'Labels', 'labelservice' ) . '</a></p>',
			'test'        => $test,
		);
	}
}
