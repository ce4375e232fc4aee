/**
 * The buttons of the meta box under the classic editor. The facts are saved with the form.
 */
( function ( wp ) {
	'use strict';

	const { __ } = wp.i18n;
	const box = document.getElementById( 'labelservice-box' );
	if ( ! box ) {
		return;
	}
	const told = box.querySelector( '.labelservice-told' );
	const say = ( words ) => {
		told.textContent = words;
	};
	const questions = {
		wrong: __( 'What is wrong? Moderators and rule authors read it.', 'labelservice' ),
		'break-glass': __( 'Why can this article not wait? At least ten characters. The reason is kept with your name, and somebody else reviews it.', 'labelservice' ),
	};

	function data( action ) {
		if ( ! questions[ action ] ) {
			return {};
		}
		const answer = ( window.prompt( questions[ action ] ) || '' ).trim();
		return answer && ( action === 'wrong' ? { comment: answer } : { reason: answer } );
	}

	box.addEventListener( 'click', ( event ) => {
		const action = event.target.dataset && event.target.dataset.labelservice;
		const sent = action && data( action );
		if ( ! sent ) {
			return;
		}
		say( __( 'Asking…', 'labelservice' ) );
		wp.apiFetch( { path: '/labelservice/v1/posts/' + box.dataset.post + '/' + action, method: 'POST', data: sent } ).then(
			( answer ) => {
				if ( action === 'wrong' ) {
					say( __( 'Sent. Thank you.', 'labelservice' ) );
					return;
				}
				say( answer.detail || answer.stateName );
				if ( ! answer.detail ) {
					window.location.reload();
				}
			},
			( error ) => say( error.message )
		);
	} );
} )( window.wp );
