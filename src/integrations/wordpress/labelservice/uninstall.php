<?php
/**
 * Removes the plugin's data. Published labels are not lost by it: they are written into the articles, unless the settings say otherwise.
 *
 * @package LabelService
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/labelservice.php';

LabelService\Uninstaller::run();
