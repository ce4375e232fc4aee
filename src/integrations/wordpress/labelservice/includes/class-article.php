<?php
/**
 * A post as the service reads it.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** What is sent about a post, and the hash by which it is known again. */
final class Article {

	/** Blocks that show other articles: their words are not this one's. */
	const FOREIGN_BLOCKS = array( 'core/latest-posts', 'core/post-template', 'core/rss', 'core/latest-comments', 'core/comment-template', 'core/calendar', 'core/archives', 'core/tag-cloud', 'core/categories', 'core/page-list', 'core/query-pagination', 'core/comments-pagination' );
	/** Blocks around them: what an author writes into these is shown, and is the article's. */
	const FRAMES = array( 'core/query', 'core/comments', 'core/navigation' );

	/** The post's id; 0 before it is first saved. @var int */
	public $post_id;
	/** The member "article" of the request. @var array */
	public $data;
	/** Of all that decides which labels the article carries; not of address and times, which are known only later. @var string */
	public $hash;

	/**
	 * Makes one.
	 *
	 * @param int    $post_id The post.
	 * @param array  $data    The article.
	 * @param string $raw     Its content as stored. What is rendered of it has numbers in it that differ from call to call.
	 */
	private function __construct( $post_id, array $data, $raw ) {
		$this->post_id = $post_id;
		$this->data    = array_filter(
			$data,
			static function ( $value ) {
				return null !== $value && '' !== $value && array() !== $value;
			}
		);
		$hashed = array_diff_key( $this->data, array_flip( array( 'url', 'publishedAt', 'plannedFor', 'body' ) ) );
		$this->hash = hash( 'sha256', wp_json_encode( $hashed ) . "\0" . $raw );
	}

	/**
	 * The article of a post, or of what is about to be saved over it.
	 *
	 * @param \WP_Post $post  The post as stored.
	 * @param array    $edits post_title, post_content, post_excerpt, post_author, post_date_gmt, post_status or facts that are newer.
	 */
	public static function of( \WP_Post $post, array $edits = array() ) {
		$field  = static function ( $name ) use ( $post, $edits ) {
			return isset( $edits[ $name ] ) ? $edits[ $name ] : $post->$name;
		};
		$facts  = isset( $edits['facts'] ) ? Facts::sanitize( $edits['facts'] ) : Facts::of( $post->ID );
		$body   = self::body( (string) $field( 'post_content' ) );
		$author = get_the_author_meta( 'display_name', (int) $field( 'post_author' ) );
		$status = (string) $field( 'post_status' );
		$gmt    = (string) $field( 'post_date_gmt' );
		$time   = '' === $gmt || '0000-00-00 00:00:00' === $gmt ? null : gmdate( 'Y-m-d\TH:i:s\Z', (int) strtotime( $gmt . ' UTC' ) );
		$data   = array(
			'externalId'  => self::external_id( $post->ID ),
			'url'         => in_array( $status, array( 'publish', 'future' ), true ) ? self::address( $post ) : null,
			'title'       => self::text( $field( 'post_title' ) ),
			'lead'        => self::text( $field( 'post_excerpt' ) ),
			'body'        => '' === trim( $body ) ? ' ' : $body,
			'format'      => 'html',
			'publishedAt' => 'publish' === $status ? $time : null,
			'plannedFor'  => 'future' === $status ? $time : null,
			'kind'        => isset( $facts['kind'] ) ? $facts['kind'] : null,
			'section'     => self::terms( $post->ID, 'category' )[0] ?? null,
			'tags'        => self::terms( $post->ID, 'post_tag' ),
			'authors'     => '' === (string) $author ? array() : array( array( 'name' => $author ) ),
			'publisher'   => array(
				'name' => wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ),
				'url'  => home_url( '/' ),
			),
			'source'      => self::source( $facts ),
			'attributes'  => array_filter( array_intersect_key( $facts, array_flip( array( 'sponsored', 'advertiser', 'erid', 'ai' ) ) ) ),
		);

		/**
		 * Changes what is sent, for instance to add a language, more authors or attributes that the site's rules read.
		 *
		 * @param array    $data The article, as the service's documentation describes it.
		 * @param \WP_Post $post The post.
		 */
		return new self( $post->ID, (array) apply_filters( 'labelservice_article', $data, $post ), self::raw( (string) $field( 'post_content' ) ) );
	}

	/** The request of a check: today's labels, or those of the day it is planned for. */
	public function request() {
		$day = isset( $this->data['plannedFor'] ) ? get_date_from_gmt( $this->data['plannedFor'], 'Y-m-d' ) : current_time( 'Y-m-d' );
		return array(
			'article' => $this->data,
			'asOf'    => $day,
			'include' => array( 'labelled', 'near-misses' ),
		);
	}

	/**
	 * The name of a post outside: of this address of the site, so that a copy of the site does not speak for it.
	 *
	 * @param int $post_id The post.
	 */
	public static function external_id( $post_id ) {
		return self::prefix() . $post_id;
	}

	/**
	 * The post of an external id; 0 where it is none of ours.
	 *
	 * @param string $external_id The article.
	 */
	public static function post_id( $external_id ) {
		$prefix = self::prefix();
		$rest   = 0 === strpos( (string) $external_id, $prefix ) ? substr( $external_id, strlen( $prefix ) ) : '';
		return ctype_digit( $rest ) ? (int) $rest : 0;
	}

	/** What all external ids of this site begin with. */
	public static function prefix() {
		// Not home_url(): plugins for languages change it from page to page.
		$home = wp_parse_url( get_option( 'home' ) );
		return 'wp:' . strtolower( $home['host'] ) . ( isset( $home['port'] ) ? '.' . $home['port'] : '' ) . untrailingslashit( isset( $home['path'] ) ? $home['path'] : '' ) . ':';
	}

	/**
	 * Where the post is or will be read.
	 *
	 * @param \WP_Post $post The post.
	 */
	private static function address( \WP_Post $post ) {
		$public              = clone $post;
		$public->post_status = 'publish';
		$public->filter      = 'sample';
		if ( '' === (string) $public->post_name ) {
			$public->post_name = sanitize_title( $public->post_title, (string) $public->ID );
		}
		return get_permalink( $public );
	}

	/**
	 * The words of the article as HTML, without what filters of the theme and of other plugins add around it.
	 *
	 * @param string $content As stored.
	 */
	private static function body( $content ) {
		if ( ! has_blocks( $content ) ) {
			return do_shortcode( shortcode_unautop( wpautop( $content ) ) );
		}
		$html = '';
		foreach ( self::own( parse_blocks( $content ) ) as $block ) {
			$html .= render_block( $block );
		}
		return do_shortcode( $html );
	}

	/**
	 * The blocks without those that show other articles, at whatever depth they stand.
	 *
	 * @param array $blocks Parsed.
	 */
	private static function own( array $blocks ) {
		/**
		 * Blocks whose words are not the article's.
		 *
		 * @param string[] $names Block names.
		 */
		$foreign = (array) apply_filters( 'labelservice_foreign_blocks', self::FOREIGN_BLOCKS );
		$own     = array();
		foreach ( $blocks as $block ) {
			if ( ! in_array( $block['blockName'], $foreign, true ) ) {
				$own[] = self::without( $block, $foreign );
			}
		}
		return $own;
	}

	/**
	 * A block without foreign ones inside it.
	 *
	 * @param array    $block   Parsed.
	 * @param string[] $foreign Block names.
	 */
	private static function without( array $block, array $foreign ) {
		$inner   = array();
		$content = array();
		$next    = 0;
		foreach ( (array) $block['innerContent'] as $part ) {
			if ( is_string( $part ) ) {
				$content[] = $part;
				continue;
			}
			$child = $block['innerBlocks'][ $next++ ];
			if ( ! in_array( $child['blockName'], $foreign, true ) ) {
				$content[] = null;
				$inner[]   = self::without( $child, $foreign );
			}
		}
		$block['innerBlocks']  = $inner;
		$block['innerContent'] = $content;
		if ( in_array( $block['blockName'], self::FRAMES, true ) ) {
			$block['blockName'] = null;
		}
		return $block;
	}

	/**
	 * The content as stored, with that of the reusable blocks in it.
	 *
	 * @param string $content As stored.
	 * @param int    $depth   How deep.
	 */
	private static function raw( $content, $depth = 0 ) {
		if ( $depth < 5 && preg_match_all( '/<!-- wp:block \{[^}]*"ref":(\d+)/', $content, $refs ) ) {
			foreach ( array_unique( $refs[1] ) as $ref ) {
				$block    = get_post( (int) $ref );
				$content .= "\0" . ( $block ? self::raw( $block->post_content, $depth + 1 ) : '' );
			}
		}
		return $content;
	}

	/**
	 * Plain text.
	 *
	 * @param string $html Maybe with tags and entities.
	 */
	private static function text( $html ) {
		return trim( html_entity_decode( wp_strip_all_tags( (string) $html ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
	}

	/**
	 * Names of terms, in a stable order.
	 *
	 * @param int    $post_id  The post.
	 * @param string $taxonomy The taxonomy.
	 */
	private static function terms( $post_id, $taxonomy ) {
		$terms = $post_id ? get_the_terms( $post_id, $taxonomy ) : false;
		$names = is_array( $terms ) ? array_map( array( __CLASS__, 'text' ), wp_list_pluck( $terms, 'name' ) ) : array();
		sort( $names );
		return array_values( $names );
	}

	/**
	 * The source that the author named.
	 *
	 * @param array $facts The facts.
	 */
	private static function source( array $facts ) {
		return array_filter(
			array(
				'name' => isset( $facts['sourceName'] ) ? $facts['sourceName'] : null,
				'url'  => isset( $facts['sourceUrl'] ) ? $facts['sourceUrl'] : null,
			)
		);
	}
}
