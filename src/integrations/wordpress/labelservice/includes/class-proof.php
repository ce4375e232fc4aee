<?php
/**
 * Looks at the site's own pages.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/**
 * Whether each label is really there, first, large enough, visible. What the markup shows is read by PHP; what only a browser knows (size, contrast,
 * being seen) is measured by one: Chromium where the server has it, else the browser of an editor who opens the proof page. What was not measured is said.
 */
final class Proof {

	const EVENT  = 'labelservice_proof';
	const META   = '_labelservice_proof';
	const DRIFT  = '_labelservice_drift';
	const SAMPLE = 50;

	/** Hooks. */
	public static function hook() {
		add_action( self::EVENT, array( __CLASS__, 'job' ) );
		add_action( 'wp_enqueue_scripts', array( __CLASS__, 'scripts' ) );
		add_action(
			'init',
			static function () {
				if ( ! wp_next_scheduled( self::EVENT ) ) {
					wp_schedule_event( time() + HOUR_IN_SECONDS, 'hourly', self::EVENT );
				}
			},
			30
		);
	}

	/** Hourly: the articles looked at the longest time ago. */
	public static function job() {
		$until = microtime( true ) + 60;
		foreach ( self::next( self::SAMPLE ) as $post ) {
			if ( microtime( true ) > $until ) {
				break;
			}
			self::look( $post );
		}
	}

	/** On a page that is to be measured, the script that measures. */
	public static function scripts() {
		$post = is_singular() ? get_post() : null;
		$sign = isset( $_GET['labelservice-proof'] ) ? sanitize_text_field( wp_unslash( $_GET['labelservice-proof'] ) ) : ''; // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Signed by itself.
		if ( $post && '' !== $sign && hash_equals( self::sign( $post->ID ), $sign ) ) {
			nocache_headers();
			show_admin_bar( false );
			wp_enqueue_script( 'labelservice-proof', plugins_url( 'assets/proof.js', FILE ), array(), VERSION, true );
			wp_add_inline_script( 'labelservice-proof', 'window.labelserviceOwn = ' . wp_json_encode( wp_list_pluck( wp_list_filter( self::due( $post ), array( 'own' => true ) ), 'text' ), JSON_HEX_TAG ) . ';', 'before' );
		}
	}

	/**
	 * The address at which a browser measures.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function address( \WP_Post $post ) {
		// The script looks for the words of notices that the author wrote; they are public.
		return add_query_arg( 'labelservice-proof', self::sign( $post->ID ), get_permalink( $post ) );
	}

	/**
	 * Looks at one article.
	 *
	 * @param \WP_Post $post The post.
	 * @return array The proof.
	 */
	public static function look( \WP_Post $post ) {
		$due  = self::due( $post );
		$html = self::chromium( self::address( $post ) );
		$seen = null === $html ? null : self::measured( $html );
		if ( null === $html ) {
			// What readers get, not what this request would make: through the server, caches and all.
			$response = wp_remote_get(
				get_permalink( $post ),
				array(
					'timeout'    => 10,
					'user-agent' => 'LabelService-Proof/' . VERSION,
					'sslverify'  => apply_filters( 'https_local_ssl_verify', false ), // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WordPress's own hook for requests to itself.
				)
			);
			if ( is_wp_error( $response ) || 200 !== (int) wp_remote_retrieve_response_code( $response ) ) {
				$why = is_wp_error( $response ) ? $response->get_error_message() : 'HTTP ' . wp_remote_retrieve_response_code( $response );
				/* translators: %s: an error. */
				return self::store( $post, array( 'faults' => array( sprintf( __( 'The page could not be read: %s', 'labelservice' ), $why ) ), 'measured' => false ) );
			}
			$html = wp_remote_retrieve_body( $response );
		}
		$faults = null === $seen ? Page_Reader::faults( $html, $due ) : self::compare( $seen, $due );
		return self::store( $post, array( 'faults' => $faults, 'measured' => null !== $seen ) );
	}

	/**
	 * Takes what a browser measured.
	 *
	 * @param \WP_Post $post The post.
	 * @param array    $seen What it saw.
	 */
	public static function take( \WP_Post $post, array $seen ) {
		// What the server itself sees missing no browser's word takes away.
		$own = self::look( $post );
		return self::store( $post, array( 'faults' => array_values( array_unique( array_merge( $own['faults'], self::compare( $seen, self::due( $post ) ) ) ) ), 'measured' => true ) );
	}

	/**
	 * Articles that carry labels, those looked at longest ago first.
	 *
	 * @param int $count So many; -1 for all.
	 * @return \WP_Post[]
	 */
	public static function next( $count ) {
		return get_posts(
			array(
				'post_type'        => (array) Settings::get( 'post_types' ),
				'post_status'      => 'publish',
				'has_password'     => false,
				'numberposts'      => $count,
				'suppress_filters' => true,
				'orderby'          => array(
					'looked' => 'ASC',
					'ID'     => 'DESC',
				),
				'meta_query'       => array( // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_query -- An hourly job.
					'relation' => 'AND',
					array(
						'key'     => Record::STATE,
						'value'   => array( State::LABELLED, State::PARTIAL, State::PENDING, State::LACKING, State::AWAY ),
						'compare' => 'IN',
					),
					array(
						'relation' => 'OR',
						'looked'   => array(
							'key'     => self::META . '_at',
							'type'    => 'NUMERIC',
							'compare' => 'EXISTS',
						),
						array(
							'key'     => self::META . '_at',
							'compare' => 'NOT EXISTS',
						),
					),
				),
			)
		);
	}

	/** How many public articles lack a label on their page. */
	public static function drift() {
		$query = new \WP_Query(
			array(
				'post_type'      => (array) Settings::get( 'post_types' ),
				'post_status'    => 'publish',
				'posts_per_page' => 1,
				'fields'         => 'ids',
				'meta_key'       => self::DRIFT, // phpcs:ignore WordPress.DB.SlowDBQuery.slow_db_query_meta_key -- Set on few posts.
			)
		);
		return (int) $query->found_posts;
	}

	/**
	 * The labels that the page must show.
	 *
	 * @param \WP_Post $post The post.
	 */
	private static function due( \WP_Post $post ) {
		$record = Record::of( $post->ID );
		$due    = array();
		foreach ( $record ? $record['labels'] : array() as $label ) {
			$own = 'present' === $label['status'] && empty( $label['hidden'] );
			if ( $own || ( in_array( $label['status'], array( 'missing', 'incorrect', 'present' ), true ) && array_filter( $label['html'] ) ) ) {
				// What the author wrote stands where and in the words the author chose; that readers can see it is still due.
				$notice = $own ? wp_list_filter( $label['evidence'], array( 'kind' => 'notice' ) ) : array();
				$due[] = array(
					'own'       => $own,
					'type'      => $label['type'],
					'text'      => $notice ? reset( $notice )['text'] : (string) reset( $label['text'] ),
					'placement' => $own ? '' : $label['placement'],
					'ratio'     => $label['ratio'],
					'contrast'  => $label['contrast'],
				);
			}
		}
		if ( $record && $record['age'] && $record['age']['html'] && in_array( $record['age']['status'], array( 'missing', 'incorrect' ), true ) ) {
			$due[] = array(
				'own'       => false,
				'type'      => 'age-mark',
				'text'      => $record['age']['value'],
				'placement' => 'before-body',
				'ratio'     => 1,
				'contrast'  => false,
			);
		}
		return $due;
	}

	/**
	 * What was measured against what is due.
	 *
	 * @param array $seen Of the script.
	 * @param array $due  The labels.
	 * @return string[] Faults, in words.
	 */
	private static function compare( array $seen, array $due ) {
		$faults = array();
		$labels = array_filter( array_merge( (array) ( $seen['labels'] ?? array() ), (array) ( $seen['own'] ?? array() ) ), 'is_array' );
		foreach ( $due as $label ) {
			$found = null;
			if ( $label['own'] ) {
				// Measured by what the script finds of its words, wherever they stand.
				$label['ratio'] = 0.8;
			}
			foreach ( $labels as $shown ) {
				if ( Page_Reader::same( (string) ( $shown['text'] ?? '' ), $label['text'] ) ) {
					$found = $shown;
					break;
				}
			}
			$faults = array_merge( $faults, null === $found ? array( self::fault( $label, 'absent' ) ) : self::measures( $found, $label ) );
		}
		return $faults;
	}

	/**
	 * One label as measured.
	 *
	 * @param array $shown Of the script.
	 * @param array $label That is due.
	 */
	private static function measures( array $shown, array $label ) {
		$faults = array();
		if ( empty( $shown['visible'] ) ) {
			$faults[] = self::fault( $label, 'hidden' );
		}
		if ( in_array( $label['placement'], array( 'before-body', 'before-title' ), true ) && empty( $shown['first'] ) ) {
			$faults[] = self::fault( $label, 'late' );
		}
		// A hundredth for rounding.
		if ( (float) ( $shown['ratio'] ?? 0 ) < $label['ratio'] - 0.01 ) {
			$faults[] = self::fault( $label, 'small' );
		}
		if ( (float) ( $shown['contrast'] ?? 0 ) < ( $label['contrast'] ? 7 : 4.5 ) - 0.01 ) {
			$faults[] = self::fault( $label, 'pale' );
		}
		return $faults;
	}

	/**
	 * A fault in words.
	 *
	 * @param array  $label The label.
	 * @param string $what  absent, hidden, late, small or pale.
	 */
	public static function fault( array $label, $what ) {
		$words = array(
			/* translators: %s: the beginning of a label. */
			'absent' => __( 'Not on the page: “%s”', 'labelservice' ),
			/* translators: %s: the beginning of a label. */
			'hidden' => __( 'On the page, but readers cannot see it: “%s”', 'labelservice' ),
			/* translators: %s: the beginning of a label. */
			'late'   => __( 'Not before the text: “%s”', 'labelservice' ),
			/* translators: %s: the beginning of a label. */
			'small'  => __( 'Smaller than the rule asks: “%s”', 'labelservice' ),
			/* translators: %s: the beginning of a label. */
			'pale'   => __( 'Too little contrast: “%s”', 'labelservice' ),
		);
		return sprintf( $words[ $what ], wp_trim_words( $label['text'], 8, '…' ) );
	}

	/**
	 * Keeps the outcome; a new fault is an alert.
	 *
	 * @param \WP_Post $post  The post.
	 * @param array    $proof faults and measured.
	 */
	private static function store( \WP_Post $post, array $proof ) {
		$proof['at']  = time();
		$proof['url'] = get_permalink( $post );
		$was          = get_post_meta( $post->ID, self::DRIFT, true );
		update_post_meta( $post->ID, self::META, wp_slash( $proof ) );
		update_post_meta( $post->ID, self::META . '_at', $proof['at'] );
		if ( $proof['faults'] ) {
			update_post_meta( $post->ID, self::DRIFT, 1 );
			if ( ! $was ) {
				Alerts::raise( 'drift', implode( "\n", $proof['faults'] ), $post->ID );
			}
		} else {
			delete_post_meta( $post->ID, self::DRIFT );
		}
		return $proof;
	}

	/**
	 * The page as Chromium shows it; null where there is none on the server.
	 *
	 * @param string $url The address.
	 */
	private static function chromium( $url ) {
		$program = (string) Settings::get( 'chromium' );
		if ( '' === $program || ! function_exists( 'proc_open' ) || ! is_executable( $program ) ) {
			return null;
		}
		$folder  = trailingslashit( get_temp_dir() ) . 'labelservice-' . wp_generate_password( 12, false );
		$command = array( $program, '--headless', '--disable-gpu', '--no-first-run', '--disable-extensions', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--window-size=1280,2000', '--virtual-time-budget=8000', '--timeout=20000', "--user-data-dir={$folder}", '--dump-dom', $url );
		if ( function_exists( 'posix_geteuid' ) && 0 === posix_geteuid() ) {
			array_splice( $command, 1, 0, '--no-sandbox' );
		}
		$pipes   = array();
		$process = proc_open( $command, array( 1 => array( 'pipe', 'w' ), 2 => array( 'file', '/dev/null', 'w' ) ), $pipes ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.system_calls_proc_open, Generic.PHP.ForbiddenFunctions.Found -- An administrator set the program; nothing of it passes a shell.
		if ( ! is_resource( $process ) ) {
			return null;
		}
		$html = stream_get_contents( $pipes[1] );
		fclose( $pipes[1] ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_read_fclose, WordPress.WP.AlternativeFunctions.file_system_operations_fclose -- A pipe.
		proc_close( $process );
		self::clear( $folder );
		return is_string( $html ) && '' !== $html ? $html : null;
	}

	/**
	 * What the script left in the page.
	 *
	 * @param string $html The page.
	 */
	private static function measured( $html ) {
		return preg_match( '#<script type="application/json" id="labelservice-proof-result">(.*?)</script>#s', $html, $match ) ? json_decode( html_entity_decode( $match[1], ENT_QUOTES | ENT_HTML5, 'UTF-8' ), true ) : null;
	}

	/**
	 * Removes the browser's folder.
	 *
	 * @param string $folder The folder.
	 */
	private static function clear( $folder ) {
		require_once ABSPATH . 'wp-admin/includes/file.php';
		if ( WP_Filesystem() ) {
			global $wp_filesystem;
			$wp_filesystem->delete( $folder, true );
		}
	}

	/**
	 * Signs a post's proof address for today.
	 *
	 * @param int $post_id The post.
	 */
	private static function sign( $post_id ) {
		return substr( hash_hmac( 'sha256', $post_id . gmdate( 'Ymd' ), wp_salt( 'nonce' ) ), 0, 24 );
	}
}
