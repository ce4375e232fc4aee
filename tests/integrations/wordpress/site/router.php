<?php
// What a web server's rewrite rules do: files as they are, everything else through WordPress.
$path = __DIR__ . rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
if ( is_dir( $path ) && is_file( rtrim( $path, '/' ) . '/index.php' ) && __DIR__ . '/' !== $path ) {
	$path = rtrim( $path, '/' ) . '/index.php';
}
if ( is_file( $path ) && '.php' !== substr( $path, -4 ) ) {
	return false;
}
if ( ! is_file( $path ) ) {
	$path = __DIR__ . '/index.php';
}
$_SERVER['SCRIPT_FILENAME'] = $path;
$_SERVER['SCRIPT_NAME']     = substr( $path, strlen( __DIR__ ) );
$_SERVER['PHP_SELF']        = $_SERVER['SCRIPT_NAME'];
chdir( dirname( $path ) );
require $path;
