<?php
/**
 * How a post stands.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** One word for lists, panels and the gate. */
final class State {

	/** Known: its labels are shown. */
	const LABELLED = 'labelled';
	/** Known: nothing is to be added. */
	const CLEAR = 'clear';
	/** A moderator decides. */
	const PENDING = 'pending';
	/** A label lacks what only the newsroom knows. */
	const LACKING = 'lacking';
	/** A rule forbids to publish it. */
	const BLOCKED = 'blocked';
	/** The service cannot check this text: too large, too deep. */
	const REFUSED = 'refused';
	/** The service has not answered about this text. */
	const AWAY = 'away';
	/** A register is out of date, and the site wants certainty. */
	const PARTIAL = 'partial';
	/** Older than the plugin, and not asked about yet. */
	const UNCHECKED = 'unchecked';

	/** Those in which a public post may lack a label. */
	const OPEN = array( self::PENDING, self::LACKING, self::BLOCKED, self::REFUSED, self::AWAY, self::PARTIAL, self::UNCHECKED );

	/**
	 * How a text stands.
	 *
	 * @param array|null   $record  What is known of the post.
	 * @param Article|null $article The text; null asks how the last known text stands.
	 */
	public static function of( $record, $article = null ) {
		if ( null === $record || ( null !== $article && ! Record::knows( $record, $article ) ) ) {
			return self::AWAY;
		}
		if ( isset( $record['refused'] ) ) {
			return self::REFUSED;
		}
		foreach ( $record['flags'] as $flag ) {
			if ( 'block' === $flag['action'] ) {
				return self::BLOCKED;
			}
		}
		foreach ( $record['labels'] as $label ) {
			if ( in_array( $label['status'], array( 'missing', 'incorrect' ), true ) && ( array() !== $label['needs'] || array() === array_filter( $label['html'] ) ) ) {
				return self::LACKING;
			}
		}
		if ( $record['pending'] ) {
			return self::PENDING;
		}
		if ( 'partial' === $record['coverage'] && Settings::is_strict() ) {
			return self::PARTIAL;
		}
		return array() === $record['labels'] && null === $record['age'] ? self::CLEAR : self::LABELLED;
	}

	/**
	 * In words.
	 *
	 * @param string $state A state.
	 */
	public static function name( $state ) {
		$names = array(
			self::LABELLED  => __( 'Labels known', 'labelservice' ),
			self::CLEAR     => __( 'Nothing to add', 'labelservice' ),
			self::PENDING   => __( 'A moderator decides', 'labelservice' ),
			self::LACKING   => __( 'Data is lacking', 'labelservice' ),
			self::BLOCKED   => __( 'Held by a rule', 'labelservice' ),
			self::REFUSED   => __( 'Cannot be checked', 'labelservice' ),
			self::AWAY      => __( 'No answer yet', 'labelservice' ),
			self::PARTIAL   => __( 'A register is out of date', 'labelservice' ),
			self::UNCHECKED => __( 'Not checked yet', 'labelservice' ),
		);
		return isset( $names[ $state ] ) ? $names[ $state ] : $names[ self::UNCHECKED ];
	}

	/** All, in the order of a list. */
	public static function all() {
		return array( self::AWAY, self::PARTIAL, self::PENDING, self::LACKING, self::BLOCKED, self::REFUSED, self::UNCHECKED, self::LABELLED, self::CLEAR );
	}
}
