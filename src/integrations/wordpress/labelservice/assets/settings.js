/**
 * The buttons of the pages Settings → Labels and Tools → Labels.
 */
( function ( wp ) {
	'use strict';

	const { __, _n, sprintf } = wp.i18n;
	const told = document.getElementById( 'labelservice-told' );
	const call = ( path, data ) => wp.apiFetch( { path: '/labelservice/v1/' + path, method: data ? 'POST' : 'GET', data } );
	const say = ( words ) => {
		told.textContent = words;
	};

	const answers = {
		valid: ( answer ) => sprintf( /* translators: 1: site, 2: scopes. */ __( 'The key is valid: site %1$s, scopes %2$s.', 'labelservice' ), answer.site, answer.scopes.join( ', ' ) ),
		invalid: ( answer ) => sprintf( /* translators: %s: a detail. */ __( 'The service refuses the key. %s', 'labelservice' ), answer.detail ),
		failed: ( answer ) => sprintf( /* translators: %s: a detail. */ __( 'The service could not be asked. %s', 'labelservice' ), answer.detail ),
	};
	const actions = {
		key: () => call( 'key', {} ).then( ( answer ) => say( answers[ answer.result ]( answer ) ) ),
		'webhook-connection': () => call( 'webhook-connection', {} ).then( () => say( __( 'The webhook is connected.', 'labelservice' ) ) ),
		start: () => backfill( 'start' ),
		pause: () => backfill( 'pause' ),
		resume: () => backfill( 'resume' ),
		measure: ( button ) => measure( JSON.parse( button.dataset.pages ) ),
	};

	document.addEventListener( 'click', ( event ) => {
		const action = event.target.dataset && actions[ event.target.dataset.labelservice ];
		if ( action ) {
			say( __( 'Asking…', 'labelservice' ) );
			action( event.target ).catch( ( error ) => say( error.message ) );
		}
	} );

	/** How the backfill stands. */
	const bar = document.getElementById( 'labelservice-backfill' );
	function show( status ) {
		const names = { never: __( 'not started', 'labelservice' ), running: __( 'running', 'labelservice' ), paused: __( 'paused', 'labelservice' ), done: __( 'done', 'labelservice' ) };
		bar.max = Math.max( 1, status.total );
		bar.value = status.done;
		let words = sprintf( /* translators: 1: state, 2: posts done, 3: posts in all. */ __( '%1$s: %2$d of %3$d', 'labelservice' ), names[ status.state ], status.done, status.total );
		if ( status.failed ) {
			words += ' · ' + sprintf( /* translators: %d: articles. */ _n( '%d article is asked about again', '%d articles are asked about again', status.failed, 'labelservice' ), status.failed );
		}
		say( words );
		document.querySelectorAll( '[data-for]' ).forEach( ( button ) => {
			button.hidden = ! button.dataset.for.split( ' ' ).includes( status.state );
		} );
		if ( status.state === 'running' ) {
			setTimeout( () => call( 'backfill' ).then( show, () => {} ), 3000 );
		}
	}
	const backfill = ( action ) => call( 'backfill', { action } ).then( show );
	if ( bar ) {
		call( 'backfill' ).then( show, ( error ) => say( error.message ) );
	}

	/** Opens each page in a frame, where a script of ours measures its labels. */
	async function measure( pages ) {
		let faults = 0;
		for ( const [ i, page ] of pages.entries() ) {
			say( sprintf( /* translators: 1: number, 2: number in all. */ __( 'Measuring page %1$d of %2$d…', 'labelservice' ), i + 1, pages.length ) );
			const result = await frame( page.url );
			const proof = await call( 'posts/' + page.id + '/proof', result || { labels: [] } );
			faults += proof.faults.length;
		}
		say( sprintf( /* translators: %d: faults. */ _n( 'Measured; %d fault.', 'Measured; %d faults.', faults, 'labelservice' ), faults ) );
		setTimeout( () => window.location.reload(), 1200 );
	}

	function frame( url ) {
		return new Promise( ( done ) => {
			const element = document.createElement( 'iframe' );
			element.title = __( 'The page that is measured', 'labelservice' );
			element.style.cssText = 'inline-size:1280px;block-size:900px;max-inline-size:100%';
			const end = ( result ) => {
				clearTimeout( timer );
				window.removeEventListener( 'message', listen );
				element.remove();
				done( result );
			};
			const listen = ( event ) => event.origin === window.location.origin && event.source === element.contentWindow && event.data.labelserviceProof && end( event.data.labelserviceProof );
			const timer = setTimeout( () => end( null ), 15000 );
			window.addEventListener( 'message', listen );
			element.src = url;
			document.getElementById( 'labelservice-frames' ).append( element );
		} );
	}
} )( window.wp );
