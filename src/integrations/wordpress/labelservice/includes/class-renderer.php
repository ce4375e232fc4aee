<?php
/**
 * Puts labels where readers are.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Pages, lists, feeds, REST, embeds and excerpts, from what is stored: a page view never asks the service. */
final class Renderer {

	/** Above zero while WordPress makes an excerpt out of the content. @var int */
	private static $excerpts = 0;
	/** Posts whose theme printed the labels before the title. @var array<int, true> */
	private static $titled = array();
	/** Of the mark. @var string */
	private static $nonce = '';

	/** Hooks. The content's filter runs last, so that nothing of other plugins stands before a notice. */
	public static function hook() {
		add_filter( 'the_content', array( __CLASS__, 'content' ), PHP_INT_MAX - 10 );
		add_filter( 'get_the_excerpt', array( __CLASS__, 'excerpt_begins' ), -10 );
		add_filter( 'get_the_excerpt', array( __CLASS__, 'excerpt_ends' ), PHP_INT_MAX );
		add_filter( 'the_excerpt', array( __CLASS__, 'excerpt' ), PHP_INT_MAX - 10 );
		add_filter( 'the_excerpt_embed', array( __CLASS__, 'excerpt' ), PHP_INT_MAX - 10 );
		add_filter( 'the_excerpt_rss', array( __CLASS__, 'feed_excerpt' ), PHP_INT_MAX - 10 );
		add_filter( 'render_block_core/post-excerpt', array( __CLASS__, 'excerpt_block' ), PHP_INT_MAX - 10, 3 );
		add_action( 'wp_enqueue_scripts', array( __CLASS__, 'style' ) );
		add_action( 'enqueue_embed_scripts', array( __CLASS__, 'style' ) );
		add_action( 'wp_head', array( __CLASS__, 'json_ld' ) );
	}

	/** The style sheet of labels: small, and held against themes; beside it what WordPress's own layouts need. */
	public static function style() {
		wp_enqueue_style( 'labelservice', plugins_url( 'assets/labels.css', FILE ), array(), VERSION );
		wp_enqueue_style( 'labelservice-site', plugins_url( 'assets/site.css', FILE ), array( 'labelservice' ), VERSION );
	}

	/**
	 * The text of a post with its labels.
	 *
	 * @param string $content As other filters left it.
	 */
	public static function content( $content ) {
		$post = get_post();
		if ( self::$excerpts > 0 || ! $post || ! self::is_due( $post ) || false !== strpos( $content, self::mark( $post ) ) ) {
			return $content;
		}
		return self::labelled( $post, $content, is_feed() );
	}

	/**
	 * WordPress makes an excerpt of the content: labels belong before it, not cut off inside.
	 *
	 * @param string $excerpt The excerpt.
	 */
	public static function excerpt_begins( $excerpt ) {
		++self::$excerpts;
		return $excerpt;
	}

	/**
	 * The other end.
	 *
	 * @param string $excerpt The excerpt.
	 */
	public static function excerpt_ends( $excerpt ) {
		self::$excerpts = max( 0, self::$excerpts - 1 );
		return $excerpt;
	}

	/**
	 * An excerpt as HTML.
	 *
	 * @param string $excerpt The excerpt.
	 */
	public static function excerpt( $excerpt ) {
		$post = get_post();
		if ( ! $post || ! self::is_due( $post ) || false !== strpos( $excerpt, self::mark( $post ) ) ) {
			return $excerpt;
		}
		$plan = self::plan( $post, wp_strip_all_tags( $excerpt ) );
		return self::mark( $post ) . self::top( $plan ) . self::inside( $plan, $excerpt, false );
	}

	/**
	 * The excerpt of a feed, as plain text.
	 *
	 * @param string $excerpt The excerpt.
	 */
	public static function feed_excerpt( $excerpt ) {
		$post = get_post();
		if ( ! $post || ! self::is_due( $post ) ) {
			return $excerpt;
		}
		$plan  = self::plan( $post, wp_strip_all_tags( $excerpt ) );
		$words = array();
		foreach ( array_merge( $plan['title'], $plan['top'] ) as $part ) {
			$words[] = esc_html( $part['words'] );
		}
		foreach ( $plan['mention'] as $part ) {
			$excerpt = self::at_mention( $part, $excerpt, ' ' . esc_html( $part['words'] ) ) ?? $excerpt;
		}
		return implode( ' ', array_merge( $words, array( $excerpt ) ) );
	}

	/**
	 * The excerpt block of block themes does not use the_excerpt.
	 *
	 * @param string    $html     The block.
	 * @param array     $block    Parsed.
	 * @param \WP_Block $instance With its context.
	 */
	public static function excerpt_block( $html, $block, $instance ) {
		$post = isset( $instance->context['postId'] ) ? get_post( $instance->context['postId'] ) : get_post();
		if ( ! $post || ! self::is_due( $post ) ) {
			return $html;
		}
		$plan = self::plan( $post, wp_strip_all_tags( $html ) );
		return self::top( $plan ) . self::inside( $plan, $html, false );
	}

	/**
	 * Labels that a rule wants before the title, for themes that ask.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function before_title( \WP_Post $post ) {
		if ( ! self::is_due( $post ) ) {
			return '';
		}
		self::$titled[ $post->ID ] = true;
		return self::join( self::plan( $post, $post->post_content )['title'] );
	}

	/** For search engines and assistants, on the article's own page. */
	public static function json_ld() {
		$post   = is_singular() ? get_post() : null;
		$record = $post && self::is_due( $post ) ? Record::of( $post->ID ) : null;
		if ( ! $record || array() === $record['jsonLd'] ) {
			return;
		}
		$data        = $record['jsonLd'];
		$data['url'] = get_permalink( $post );
		unset( $data['contentRating'] );
		if ( $record['age'] ) {
			$data['contentRating'] = $record['age']['value'];
		}

		/**
		 * What machines read; null prints nothing, for sites whose search plugin takes it in.
		 *
		 * @param array|null $data Of schema.org.
		 * @param \WP_Post   $post The post.
		 */
		$data = apply_filters( 'labelservice_json_ld', $data, $post );
		if ( $data ) {
			echo '<script type="application/ld+json">' . wp_json_encode( $data, JSON_UNESCAPED_UNICODE | JSON_HEX_TAG | JSON_HEX_AMP ) . "</script>\n"; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- JSON without angle brackets.
		}
	}

	/**
	 * The text with all its labels.
	 *
	 * @param \WP_Post $post    The post.
	 * @param string   $content The text.
	 * @param bool     $inline  Whether style sheets do not reach the reader.
	 */
	private static function labelled( \WP_Post $post, $content, $inline ) {
		// A page of a paged article, or what stands before "more": what the author wrote may stand in another part.
		$part = preg_match( '/<!--(more|nextpage)/', $post->post_content ) ? $content : null;
		$plan = self::plan( $post, null, false, $part );
		if ( isset( self::$titled[ $post->ID ] ) ) {
			$plan['title'] = array();
		}
		$html = self::top( $plan ) . self::inside( $plan, $content, true ) . self::join( $plan['bottom'] );
		return self::mark( $post ) . ( $inline ? Inline_Style::of( $html ) : $html );
	}

	/**
	 * The labels to write into an article for good: what stands before the text, the text with those inside it, what stands after it.
	 *
	 * @param \WP_Post $post The post.
	 * @return string[] Three parts.
	 */
	public static function baked( \WP_Post $post ) {
		$plan = self::plan( $post, null, true );
		return array_map( array( Inline_Style::class, 'of' ), array( self::top( $plan ), self::inside( $plan, $post->post_content, true ), self::join( $plan['bottom'] ) ) );
	}

	/**
	 * Whether readers of this post are owed labels.
	 *
	 * @param \WP_Post $post The post.
	 */
	private static function is_due( \WP_Post $post ) {
		return Settings::covers( $post->post_type ) && ( ! is_admin() || wp_doing_ajax() ) && ! post_password_required( $post );
	}

	/**
	 * Which label goes where.
	 *
	 * @param \WP_Post    $post    The post.
	 * @param string|null $excerpt The text shown, where it is not the whole.
	 * @param bool        $known   Only what is known.
	 * @param string|null $part    The part of the text shown, where the whole is cut into parts.
	 * @return array<string, array> title, top, mention, media, bottom.
	 */
	private static function plan( \WP_Post $post, $excerpt, $known = false, $part = null ) {
		$shown  = null === $part ? $excerpt : wp_strip_all_tags( $part );
		$record = Record::of( $post->ID );
		$plan   = array_fill_keys( array( 'title', 'top', 'mention', 'media', 'bottom' ), array() );
		if ( ! $known && self::is_unknown( $post, $record ) ) {
			$words         = Settings::default_notice();
			$plan['top'][]   = array(
				'words' => $words,
				'html'  => '<p dir="auto" class="ls-disclosure" data-type="being-checked" role="note"><span class="ls-text">' . esc_html( $words ) . '</span></p>',
			);
		}
		if ( null === $record ) {
			return $plan;
		}
		$places = array(
			'before-title' => 'title',
			'before-body'  => 'top',
			'at-mention'   => 'mention',
			'on-media'     => null === $excerpt ? 'media' : '',
			'after-body'   => null === $excerpt ? 'bottom' : '',
		);
		foreach ( $record['labels'] as $label ) {
			$place = isset( $places[ $label['placement'] ] ) ? $places[ $label['placement'] ] : 'top';
			if ( '' === $place || ! self::adds( empty( $label['hidden'] ) ? $label['status'] : 'missing', $label['text'], $shown ) || array() === array_filter( $label['html'] ) ) {
				continue;
			}
			$plan[ $place ][] = array(
				'words' => implode( ' ', $label['text'] ),
				'html'  => implode( "\n", $label['html'] ),
				'near'  => $label['evidence'],
			);
		}
		if ( $record['age'] && $record['age']['html'] && self::adds( $record['age']['status'], array( $record['age']['value'] ), $shown ) ) {
			$plan['top'][] = array(
				'words' => $record['age']['value'],
				'html'  => reset( $record['age']['html'] ),
			);
		}
		if ( null === $excerpt && $record['source'] && Settings::get( 'source_line' ) && ! in_array( $record['source']['origin'], array( 'source-line', 'publisher', 'author' ), true ) ) {
			$plan['bottom'][] = self::source( $record );
		}
		return $plan;
	}

	/**
	 * Whether a label is to be put there. One that the author wrote is not doubled; an excerpt may have lost it.
	 *
	 * @param string      $status  Of the label.
	 * @param array       $texts   Its texts.
	 * @param string|null $excerpt The text shown, where it is not the whole.
	 */
	private static function adds( $status, array $texts, $excerpt ) {
		if ( null === $excerpt || 'present' !== $status ) {
			return in_array( $status, array( 'missing', 'incorrect' ), true );
		}
		$shown = self::folded( $excerpt );
		foreach ( $texts as $text ) {
			if ( '' !== $text && false !== strpos( $shown, self::folded( $text ) ) ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether the labels of what is public are not known: then the site's own notice says so. Articles older than the plugin wait for the backfill.
	 *
	 * @param \WP_Post   $post   The post.
	 * @param array|null $record What is known.
	 */
	private static function is_unknown( \WP_Post $post, $record ) {
		if ( 'conservative' !== Settings::get( 'policy' ) || ! Settings::is_connected() || 'publish' !== $post->post_status ) {
			return false;
		}
		if ( null === $record ) {
			return ! Round::is_backfills( $post );
		}
		return in_array( get_post_meta( $post->ID, Record::STATE, true ), array( State::AWAY, State::PARTIAL, State::PENDING, State::LACKING, State::REFUSED ), true );
	}

	/**
	 * The line that names the source.
	 *
	 * @param array $record What is known.
	 */
	private static function source( array $record ) {
		$name  = esc_html( $record['source']['name'] );
		$label = 0 === strpos( $record['language'], 'ru' ) ? 'Источник' : 'Source';
		$shown = '' === $record['source']['url'] ? $name : '<a href="' . esc_url( $record['source']['url'] ) . '">' . $name . '</a>';
		return array(
			'words' => "{$label}: {$record['source']['name']}",
			'html'  => '<p dir="auto" class="ls-source">' . $label . ': ' . $shown . '</p>',
		);
	}

	/**
	 * What stands before the text.
	 *
	 * @param array $plan The plan.
	 */
	private static function top( array $plan ) {
		return self::join( $plan['title'] ) . self::join( $plan['top'] );
	}

	/**
	 * Labels in a row.
	 *
	 * @param array $parts Of a plan.
	 */
	private static function join( array $parts ) {
		return implode( '', array_map( static function ( $part ) {
			return "\n" . $part['html'] . "\n";
		}, $parts ) );
	}

	/**
	 * The labels inside a text.
	 *
	 * @param array  $plan    The plan.
	 * @param string $content The text.
	 * @param bool   $whole   Whether it is all of the text: then a remark whose name is not found in it goes to the top, together with the name.
	 */
	private static function inside( array $plan, $content, $whole ) {
		foreach ( $plan['mention'] as $part ) {
			$with = self::at_mention( $part, $content, ' ' . $part['html'] );
			if ( null === $with && $whole && isset( $part['near'][0] ) ) {
				$with = '<p dir="auto" class="ls-disclosure" role="note"><span class="ls-text">' . esc_html( $part['near'][0]['text'] ) . ' ' . $part['html'] . "</span></p>\n" . $content;
			}
			$content = null === $with ? $content : $with;
		}
		return $whole ? self::on_media( $plan['media'], $content ) : $content;
	}

	/**
	 * A remark behind the first place where the name stands; null where it stands nowhere.
	 *
	 * @param array  $part    Of a plan.
	 * @param string $content The text.
	 * @param string $insert  The remark.
	 */
	private static function at_mention( array $part, $content, $insert ) {
		return Mention::insert( $content, array_values( array_unique( wp_list_pluck( $part['near'], 'text' ) ) ), $insert );
	}

	/**
	 * Labels of pictures and films: directly before the first, else before the text.
	 *
	 * @param array  $parts   Of a plan.
	 * @param string $content The text.
	 */
	private static function on_media( array $parts, $content ) {
		if ( array() === $parts ) {
			return $content;
		}
		$at = preg_match( '/<(?:figure|video|audio|iframe|img)\b/i', $content, $match, PREG_OFFSET_CAPTURE ) ? $match[0][1] : 0;
		// Inside a paragraph a paragraph cannot stand.
		$open = $at > 0 ? strripos( substr( $content, 0, $at ), '<p' ) : false;
		if ( false !== $open && false === stripos( substr( $content, $open, $at - $open ), '</p' ) ) {
			$at = $open;
		}
		return substr( $content, 0, $at ) . self::join( $parts ) . substr( $content, $at );
	}

	/**
	 * Tells a text that has its labels from one that has not.
	 *
	 * @param \WP_Post $post The post.
	 */
	private static function mark( \WP_Post $post ) {
		// Made anew for each page: nobody can write it into a text beforehand.
		self::$nonce = '' === self::$nonce ? wp_generate_password( 12, false ) : self::$nonce;
		return "<!-- labelservice {$post->ID} " . self::$nonce . ' -->';
	}

	/**
	 * A text as compared: typography and case do not matter.
	 *
	 * @param string $text The text.
	 */
	private static function folded( $text ) {
		$text = html_entity_decode( wp_strip_all_tags( $text ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		return mb_strtolower( preg_replace( '/[^\p{L}\p{N}+]+/u', ' ', $text ) );
	}
}
