<?php
/**
 * Plugin Name:       LabelService
 * Description:       Asks your LabelService which notices an article must carry, puts them on every page, feed and API answer where the article stands, and holds what must wait.
 * Version:           1.0.0
 * Requires at least: 6.1
 * Requires PHP:      8.0
 * Author:            LabelService contributors
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       labelservice
 * Domain Path:       /languages
 *
 * @package LabelService
 */

namespace LabelService;

defined( 'ABSPATH' ) || exit;

const VERSION = '1.0.0';
const FILE    = __FILE__;
const DIR     = __DIR__;

spl_autoload_register(
	static function ( $name ) {
		if ( 0 === strpos( $name, __NAMESPACE__ . '\\' ) ) {
			$file = DIR . '/includes/class-' . strtolower( str_replace( '_', '-', substr( $name, strlen( __NAMESPACE__ ) + 1 ) ) ) . '.php';
			if ( is_readable( $file ) ) {
				require $file;
			}
		}
	}
);

require DIR . '/includes/functions.php';

Plugin::hook();
