<?php
/**
 * What came of asking the service.
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

/** One answer, or why there is none. */
final class Answer {

	/** Answered. */
	const OK = 'ok';
	/** Nothing has changed since the ETag that was sent. */
	const SAME = 'same';
	/** The service does not know it. */
	const UNKNOWN = 'unknown';
	/** Away or overloaded: asking again helps. */
	const AWAY = 'away';
	/** The key is refused: asking again does not help, an administrator does. */
	const KEY = 'key';
	/** This request is refused: asking again does not help. */
	const REFUSED = 'refused';

	/** One of the constants. @var string */
	public $kind;
	/** The decoded body. @var array */
	public $body;
	/** Of the answer. @var string */
	public $etag = '';
	/** A sentence for an administrator. @var string */
	public $detail = '';
	/** Of HTTP; 0 where there is none. @var int */
	public $status = 0;
	/** Whether there was no time to ask: it says nothing about the service. @var bool */
	public $late = false;
	/** Seconds, where the service asks for them. @var int|null */
	public $retry_after = null;

	/**
	 * Makes one.
	 *
	 * @param string $kind   One of the constants.
	 * @param array  $body   The decoded body.
	 * @param string $detail A sentence for an administrator.
	 */
	public function __construct( $kind, array $body = array(), $detail = '' ) {
		$this->kind   = $kind;
		$this->body   = $body;
		$this->detail = $detail;
	}

	/** Whether the service answered what was asked. */
	public function is_ok() {
		return self::OK === $this->kind;
	}
}
