/**
 * Measures the labels of this page as a reader's browser shows them, and leaves the result in the page and with whoever embeds it.
 */
( function () {
	'use strict';

	const LABELS = '.ls-disclosure, .ls-age-mark';

	/** [r, g, b, a] of a computed colour. */
	function colour( text ) {
		const canvas = document.createElement( 'canvas' );
		canvas.width = canvas.height = 1;
		const pen = canvas.getContext( '2d', { willReadFrequently: true } );
		pen.fillStyle = text;
		pen.fillRect( 0, 0, 1, 1 );
		const [ r, g, b, a ] = pen.getImageData( 0, 0, 1, 1 ).data;
		return [ r, g, b, a / 255 ];
	}

	function over( top, below ) {
		const a = top[ 3 ];
		return [ 0, 1, 2 ].map( ( i ) => top[ i ] * a + below[ i ] * ( 1 - a ) ).concat( 1 );
	}

	/** The colour behind an element: the backgrounds of it and of what it stands in, on white. */
	function behind( element ) {
		const layers = [];
		for ( let e = element; e; e = e.parentElement ) {
			layers.unshift( colour( getComputedStyle( e ).backgroundColor ) );
		}
		return layers.reduce( ( below, top ) => over( top, below ), [ 255, 255, 255, 1 ] );
	}

	function luminance( rgb ) {
		const [ r, g, b ] = rgb.map( ( c ) => ( c /= 255, c <= 0.04045 ? c / 12.92 : ( ( c + 0.055 ) / 1.055 ) ** 2.4 ) );
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	}

	function contrast( element ) {
		const paper = behind( element );
		const [ a, b ] = [ luminance( over( colour( getComputedStyle( element ).color ), paper ) ), luminance( paper ) ];
		return ( Math.max( a, b ) + 0.05 ) / ( Math.min( a, b ) + 0.05 );
	}

	/** Shown, of a size, not see-through, not clipped away, not under something else. */
	function visible( element ) {
		const box = element.getBoundingClientRect();
		if ( box.width < 5 || box.height < 5 || ( element.checkVisibility && ! element.checkVisibility( { checkOpacity: true, checkVisibilityCSS: true } ) ) ) {
			return false;
		}
		for ( let e = element; e; e = e.parentElement ) {
			const style = getComputedStyle( e );
			const around = e.getBoundingClientRect();
			if ( parseFloat( style.opacity ) < 0.99 || style.visibility === 'hidden' || ( e !== document.documentElement && e !== document.body && style.overflow !== 'visible' && ( around.height < 5 || around.width < 5 ) ) ) {
				return false;
			}
		}
		element.scrollIntoView( { block: 'center', behavior: 'instant' } );
		const now = element.getBoundingClientRect();
		const hit = document.elementFromPoint( now.left + now.width / 2, now.top + Math.min( now.height / 2, 20 ) );
		return now.right > 0 && now.left < innerWidth && !! hit && ( element.contains( hit ) || hit.contains( element ) );
	}

	/** The article's own paragraphs beside a label. */
	function paragraphs( label ) {
		for ( let root = label.parentElement; root; root = root.parentElement ) {
			const found = [ ...root.querySelectorAll( 'p' ) ].filter( ( p ) => ! p.closest( '.ls-disclosure, .ls-age-mark, .ls-source' ) && p.textContent.trim() );
			if ( found.length ) {
				return found;
			}
		}
		return [];
	}

	function measure( label ) {
		const text = label.querySelector( '.ls-text' ) || label;
		const beside = paragraphs( label );
		const body = beside.length ? parseFloat( getComputedStyle( beside[ 0 ] ).fontSize ) : 16;
		return {
			type: label.dataset.type || 'age-mark',
			text: label.textContent,
			visible: visible( text ),
			first: beside.every( ( p ) => label.compareDocumentPosition( p ) & Node.DOCUMENT_POSITION_FOLLOWING || p.contains( label ) ),
			ratio: Math.round( ( parseFloat( getComputedStyle( text ).fontSize ) / body ) * 1000 ) / 1000,
			contrast: Math.round( contrast( text ) * 100 ) / 100,
		};
	}

	const fold = ( words ) => words.toLowerCase().replace( /[^\p{L}\p{N}+]+/gu, ' ' ).trim();

	/** The smallest elements that hold the words of a notice that stands in the text itself. */
	function own( words ) {
		const all = [ ...document.body.querySelectorAll( '*' ) ].filter( ( e ) => ! e.matches( 'script, style, template' ) && fold( e.textContent ).includes( fold( words ) ) );
		return all.filter( ( e ) => ! all.some( ( other ) => other !== e && e.contains( other ) ) );
	}

	function run() {
		const notices = ( window.labelserviceOwn || [] ).flatMap( own ).map( ( e ) => Object.assign( measure( e ), { type: 'own' } ) );
		const result = { url: location.pathname, width: innerWidth, labels: [ ...document.querySelectorAll( LABELS ) ].map( measure ), own: notices.sort( ( a, b ) => b.visible - a.visible || b.contrast - a.contrast ) };
		const left = document.createElement( 'script' );
		left.type = 'application/json';
		left.id = 'labelservice-proof-result';
		left.textContent = JSON.stringify( result ).replace( /</g, '\\u003c' );
		document.body.append( left );
		if ( window.parent !== window ) {
			window.parent.postMessage( { labelserviceProof: result }, location.origin );
		}
	}

	const start = () => ( document.fonts ? document.fonts.ready : Promise.resolve() ).then( run );
	if ( document.readyState === 'complete' ) {
		start();
	} else {
		addEventListener( 'load', start );
	}
} )();
