<?php
/**
 * What the service sends, made safe.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** Nothing from outside reaches a page but through here: texts as text, markup through a short list of allowed tags. */
final class Markup {

	/** The tags of labels. */
	const ALLOWED = array(
		'p'    => self::COMMON,
		'div'  => self::COMMON,
		'span' => self::COMMON,
		'a'    => array(
			'href'  => true,
			'class' => true,
		),
	);

	/** Their attributes. */
	const COMMON = array(
		'class'             => true,
		'lang'              => true,
		'dir'               => true,
		'role'              => true,
		'aria-label'        => true,
		'data-type'         => true,
		'data-jurisdiction' => true,
		'data-placement'    => true,
		'data-font-ratio'   => true,
		'data-contrast'     => true,
		'data-scale'        => true,
	);

	/**
	 * The part of disclosures that pages and panels need.
	 *
	 * @param array $disclosures As sent.
	 */
	public static function labels( array $disclosures ) {
		$labels = array();
		foreach ( $disclosures as $disclosure ) {
			$first    = array();
			foreach ( (array) ( $disclosure['evidence'] ?? array() ) as $evidence ) {
				if ( is_array( $evidence ) && '' !== (string) ( $evidence['text'] ?? '' ) && in_array( $evidence['kind'] ?? '', array( 'mention', 'term', 'notice', 'source', 'author', 'domain' ), true ) ) {
					$first[] = array(
						'field' => sanitize_text_field( $evidence['field'] ?? '' ),
						'kind'  => sanitize_key( $evidence['kind'] ),
						'text'  => mb_substr( (string) $evidence['text'], 0, 1000 ),
					);
				}
			}
			$labels[] = array(
				'id'           => sanitize_text_field( $disclosure['id'] ?? '' ),
				'type'         => sanitize_key( $disclosure['type'] ?? '' ),
				'rule'         => sanitize_text_field( $disclosure['rule'] ?? '' ),
				'jurisdiction' => sanitize_text_field( $disclosure['jurisdiction'] ?? '' ),
				'status'       => sanitize_key( $disclosure['status'] ?? '' ),
				'placement'    => sanitize_key( $disclosure['placement'] ?? 'before-body' ),
				'ratio'        => (float) ( $disclosure['presentation']['minFontRatio'] ?? 1 ),
				'contrast'     => ! empty( $disclosure['presentation']['contrast'] ),
				'text'         => self::ordered( $disclosure, 'text', 'sanitize_text_field' ),
				'html'         => self::ordered( $disclosure, 'html', array( __CLASS__, 'html' ) ),
				'needs'        => array_values( array_map( 'sanitize_text_field', array_filter( (array) ( $disclosure['needs'] ?? array() ), 'is_string' ) ) ),
				'why'          => sanitize_text_field( $disclosure['why'] ?? '' ),
				'basis'        => self::basis( (array) ( $disclosure['legalBasis'] ?? array() ) ),
				'evidence'     => array_slice( $first, 0, 10 ),
			);
		}
		return $labels;
	}

	/**
	 * The age mark.
	 *
	 * @param mixed $age As sent.
	 */
	public static function age( $age ) {
		return is_array( $age ) ? array(
			'value'  => sanitize_text_field( $age['value'] ?? '' ),
			'scale'  => sanitize_key( $age['scale'] ?? '' ),
			'status' => sanitize_key( $age['status'] ?? '' ),
			'html'   => array_map( array( __CLASS__, 'html' ), array_filter( (array) ( $age['html'] ?? array() ), 'is_string' ) ),
			'why'    => sanitize_text_field( $age['why'] ?? '' ),
		) : null;
	}

	/**
	 * The source.
	 *
	 * @param mixed $source As sent.
	 */
	public static function source( $source ) {
		return is_array( $source ) && '' !== (string) ( $source['name'] ?? '' ) ? array(
			'name'   => sanitize_text_field( $source['name'] ),
			'url'    => esc_url_raw( (string) ( $source['url'] ?? '' ), array( 'http', 'https' ) ),
			'origin' => sanitize_key( $source['origin'] ?? '' ),
		) : null;
	}

	/**
	 * Outcomes that are not texts.
	 *
	 * @param array $flags As sent.
	 */
	public static function flags( array $flags ) {
		return array_values(
			array_map(
				static function ( $flag ) {
					return array(
						'rule'   => sanitize_text_field( $flag['rule'] ?? '' ),
						'action' => sanitize_key( $flag['action'] ?? '' ),
						'why'    => sanitize_text_field( $flag['why'] ?? '' ),
					);
				},
				array_filter( $flags, 'is_array' )
			)
		);
	}

	/**
	 * What was nearly found, for the author's panel alone.
	 *
	 * @param array $misses As sent.
	 */
	public static function near( array $misses ) {
		$near = array();
		foreach ( array_slice( array_filter( $misses, 'is_array' ), 0, 20 ) as $miss ) {
			$near[] = array(
				'name' => sanitize_text_field( $miss['name'] ?? '' ),
				'text' => sanitize_text_field( $miss['evidence']['text'] ?? '' ),
				'why'  => sanitize_text_field( $miss['why'] ?? '' ),
			);
		}
		return $near;
	}

	/**
	 * Markup of labels. Letters of a right-to-left page do not turn a label around, nor the other way.
	 *
	 * @param string $html As sent.
	 */
	public static function html( $html ) {
		$safe = wp_kses( (string) $html, self::ALLOWED, array( 'http', 'https' ) );
		// Longer than any notice: then it is none that can be shown, and somebody looks.
		return strlen( $safe ) > 20000 ? '' : preg_replace( '/^<p (?![^>]*\bdir=)/', '<p dir="auto" ', trim( $safe ) );
	}

	/**
	 * Texts by language, the official one first.
	 *
	 * @param array    $disclosure As sent.
	 * @param string   $member     text or html.
	 * @param callable $safe       Makes one safe.
	 */
	private static function ordered( array $disclosure, $member, $safe ) {
		$texts    = array_filter( (array) ( $disclosure[ $member ] ?? array() ), 'is_string' );
		$official = $disclosure['officialLanguage'] ?? null;
		if ( is_string( $official ) && isset( $texts[ $official ] ) ) {
			$texts = array( $official => $texts[ $official ] ) + $texts;
		}
		return array_map( $safe, $texts );
	}

	/**
	 * The legal basis as words.
	 *
	 * @param array $basis As sent.
	 */
	private static function basis( array $basis ) {
		$acts = array();
		foreach ( array_filter( $basis, 'is_array' ) as $act ) {
			$acts[] = sanitize_text_field( trim( ( $act['act'] ?? '' ) . ' ' . ( $act['article'] ?? '' ) ) );
		}
		return implode( '; ', $acts );
	}
}
