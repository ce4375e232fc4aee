<?php
// Installs the site under test and prints what the tests sign in with.
define( 'WP_INSTALLING', true );
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'Пример сайта', 'chief', 'chief@example.org', true, '', 'a rather long one' );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'show_avatars', 0 );
update_option( 'timezone_string', 'UTC' );
update_option( 'template', 'twentytwentyone' );
update_option( 'stylesheet', 'twentytwentyone' );
update_option( 'active_plugins', array() );

$users = array( 'chief' => get_user_by( 'login', 'chief' )->ID );
foreach ( array( 'editor' => 'editor', 'editor2' => 'editor', 'author' => 'author' ) as $login => $role ) {
	$users[ $login ] = wp_insert_user(
		array(
			'user_login'   => $login,
			'user_pass'    => 'a rather long one',
			'user_email'   => "{$login}@example.org",
			'display_name' => "The {$login}",
			'role'         => $role,
		)
	);
}
$passwords = array();
foreach ( $users as $login => $id ) {
	list( $passwords[ $login ] ) = WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'tests' ) );
	update_user_meta( $id, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false, 'fullscreenMode' => false, 'isPublishSidebarEnabled' => true ), '_modified' => gmdate( 'c' ) ) );
}
echo wp_json_encode( array( 'users' => $users, 'passwords' => $passwords, 'version' => get_bloginfo( 'version' ) ) );
