/**
 * The labels of an article in the block editor: a panel in the sidebar, and before and after publishing.
 * Runs as it is written; the panels' slots moved from wp.editPost to wp.editor in WordPress 6.6, both are used where they are.
 */
( function ( wp ) {
	'use strict';

	const el = wp.element.createElement;
	const { useEffect, useRef, useState, Fragment } = wp.element;
	const { Button, SelectControl, TextControl, TextareaControl, ToggleControl, Spinner, Notice } = wp.components;
	const { useDispatch, useSelect } = wp.data;
	const { __, sprintf } = wp.i18n;
	const slot = ( name ) => ( wp.editor && wp.editor[ name ] ) || ( wp.editPost && wp.editPost[ name ] );
	const SettingPanel = slot( 'PluginDocumentSettingPanel' );
	const PrePublish = slot( 'PluginPrePublishPanel' );
	const PostPublish = slot( 'PluginPostPublishPanel' );
	const META = '_labelservice_facts';
	const QUIET = 1200;

	const post = ( id, path, data ) => wp.apiFetch( { path: '/labelservice/v1/posts/' + id + path, method: data ? 'POST' : 'GET', data } );

	/** What is in the editor now. */
	const useEdits = () =>
		useSelect( ( select ) => {
			const editor = select( 'core/editor' );
			const meta = editor.getEditedPostAttribute( 'meta' ) || {};
			return {
				id: editor.getCurrentPostId(),
				title: editor.getEditedPostAttribute( 'title' ) || '',
				content: editor.getEditedPostContent() || '',
				excerpt: editor.getEditedPostAttribute( 'excerpt' ) || '',
				facts: meta[ META ] || {},
				saving: editor.isSavingPost() && ! editor.isAutosavingPost(),
				status: editor.getCurrentPostAttribute( 'status' ),
				stored: editor.getCurrentPostAttribute( 'labelservice' ),
			};
		}, [] );

	/** Tries what is in the editor, a moment after the last change; older answers that come late are dropped. */
	function useTrial( edits, active ) {
		const [ trial, setTrial ] = useState( null );
		const [ busy, setBusy ] = useState( false );
		const turn = useRef( 0 );
		const facts = JSON.stringify( edits.facts );
		useEffect( () => {
			if ( ! active || ! edits.id || ( ! edits.content && ! edits.title ) ) {
				return undefined;
			}
			const mine = ++turn.current;
			setBusy( true );
			const timer = setTimeout( () => {
				post( edits.id, '/try', { title: edits.title, content: edits.content, excerpt: edits.excerpt, facts: edits.facts } )
					.catch( ( error ) => ( { known: false, state: 'away', detail: error.message, outcome: { block: 'block', hold: 'hold' }[ ( edits.stored || {} ).policy ] || 'pass', labels: [], waiting: [] } ) )
					.then( ( answer ) => {
						if ( turn.current === mine ) {
							setTrial( answer );
							setBusy( false );
						}
					} );
			}, QUIET );
			return () => clearTimeout( timer );
		}, [ active, edits.id, edits.title, edits.content, edits.excerpt, facts, edits.status ] );
		return [ trial, busy ];
	}

	/** After a save: why an article is not public, as a notice that stays. */
	function Watcher() {
		const edits = useEdits();
		const { createWarningNotice, removeNotice } = useDispatch( 'core/notices' );
		const message = ( edits.stored && edits.stored.message ) || '';
		useEffect( () => {
			if ( message ) {
				createWarningNotice( message, { id: 'labelservice-stopped', isDismissible: true } );
			} else {
				removeNotice( 'labelservice-stopped' );
			}
		}, [ message ] );
		return null;
	}

	const Label = ( { label, onWrong } ) =>
		el(
			'details',
			{ className: 'labelservice-label', 'data-id': label.id, 'data-status': label.status },
			el( 'summary', null, label.text.length > 90 ? label.text.slice( 0, 90 ) + '…' : label.text || label.type, ' ', el( 'em', null, '(' + label.name + ')' ) ),
			el( 'p', { lang: '' }, label.text ),
			el( 'p', null, label.why ),
			label.quote && el( 'blockquote', null, label.quote ),
			el( 'p', { className: 'labelservice-small' }, label.place + ( label.basis ? ' · ' + label.basis : '' ) ),
			label.needs.map( ( need ) => el( 'p', { key: need }, el( 'strong', null, sprintf( /* translators: %s: what is lacking. */ __( 'Lacking: %s', 'labelservice' ), need ) ) ) ),
			onWrong && el( Button, { variant: 'link', onClick: () => onWrong( label.id ) }, __( 'Report as wrong', 'labelservice' ) )
		);

	/** The labels of a view or of a trial. */
	function Labels( { view, onWrong } ) {
		if ( ! view || ! view.known ) {
			return null;
		}
		const all = view.labels.concat( view.waiting );
		return el(
			Fragment,
			null,
			view.flags.filter( ( flag ) => flag.action !== 'track' ).map( ( flag ) => el( Notice, { key: flag.rule, status: flag.action === 'block' ? 'error' : 'warning', isDismissible: false }, flag.why ) ),
			all.map( ( label ) => el( Label, { key: label.id, label, onWrong } ) ),
			view.age && el( 'p', null, el( 'strong', null, view.age.value ), ' — ' + view.age.name ),
			view.source && el( 'p', null, sprintf( /* translators: %s: a name. */ __( 'Source: %s', 'labelservice' ), view.source ) ),
			! all.length && ! view.age && ! view.flags.length && el( 'p', null, __( 'Nothing is to be added.', 'labelservice' ) ),
			view.notices.map( ( notice ) => el( 'p', { key: notice, className: 'labelservice-small' }, notice ) ),
			view.near.length > 0 &&
				el(
					'details',
					null,
					el( 'summary', null, __( 'Close, but not counted', 'labelservice' ) ),
					view.near.map( ( near, i ) => el( 'p', { key: i, className: 'labelservice-small' }, '“' + near.text + '” — ' + near.why ) )
				)
		);
	}

	/** A question whose answer is sent. */
	function Ask( { label, help, button, onSend, onClose, min } ) {
		const [ text, setText ] = useState( '' );
		return el(
			'div',
			{ className: 'labelservice-ask' },
			el( TextareaControl, { label, help, value: text, onChange: setText } ),
			el( Button, { variant: 'primary', disabled: text.trim().length < ( min || 1 ), onClick: () => onSend( text.trim() ) }, button ),
			' ',
			el( Button, { variant: 'tertiary', onClick: onClose }, __( 'Cancel', 'labelservice' ) )
		);
	}

	/** What the text cannot show. */
	function FactsForm( { facts } ) {
		const { editPost } = useDispatch( 'core/editor' );
		const set = ( name, value ) => editPost( { meta: { [ META ]: Object.assign( {}, facts, { [ name ]: value } ) } } );
		const text = ( name, label ) => el( TextControl, { label, value: facts[ name ] || '', onChange: ( value ) => set( name, value ) } );
		return el(
			'details',
			{ className: 'labelservice-facts' },
			el( 'summary', null, __( 'What the text cannot show', 'labelservice' ) ),
			el( SelectControl, {
				label: __( 'Kind', 'labelservice' ),
				value: facts.kind || 'news',
				onChange: ( value ) => set( 'kind', value ),
				options: [
					{ value: 'news', label: __( 'News', 'labelservice' ) },
					{ value: 'opinion', label: __( 'Opinion', 'labelservice' ) },
					{ value: 'satire', label: __( 'Satire', 'labelservice' ) },
					{ value: 'advertisement', label: __( 'Advertisement', 'labelservice' ) },
					{ value: 'press-release', label: __( 'Press release', 'labelservice' ) },
					{ value: 'review', label: __( 'Review', 'labelservice' ) },
					{ value: 'archive', label: __( 'Archive', 'labelservice' ) },
					{ value: 'social-post', label: __( 'Social post', 'labelservice' ) },
				],
			} ),
			el( SelectControl, {
				label: __( 'Artificial intelligence', 'labelservice' ),
				value: facts.ai || 'none',
				onChange: ( value ) => set( 'ai', value ),
				options: [
					{ value: 'none', label: __( 'Not used', 'labelservice' ) },
					{ value: 'assisted', label: __( 'Helped', 'labelservice' ) },
					{ value: 'generated', label: __( 'Wrote the text', 'labelservice' ) },
				],
			} ),
			el( ToggleControl, { label: __( 'Paid for by somebody', 'labelservice' ), checked: !! facts.sponsored, onChange: ( value ) => set( 'sponsored', value ) } ),
			text( 'advertiser', __( 'Advertiser', 'labelservice' ) ),
			text( 'erid', __( 'Advertising token (erid)', 'labelservice' ) ),
			text( 'sourceName', __( 'Source', 'labelservice' ) ),
			text( 'sourceUrl', __( 'Address of the source', 'labelservice' ) )
		);
	}

	/** What publishing would do, in words. */
	function outcome( trial ) {
		if ( trial.outcome === 'block' ) {
			return __( 'Publishing now would save the article as pending.', 'labelservice' );
		}
		if ( trial.outcome === 'hold' ) {
			return __( 'Publishing now would hold the article until the labels are known; then it is published by itself.', 'labelservice' );
		}
		return [ 'away', 'pending', 'lacking' ].includes( trial.state ) ? __( 'Publishing now would show it before all labels are known.', 'labelservice' ) : '';
	}

	function Trial( { onWrong } ) {
		const edits = useEdits();
		const [ trial, busy ] = useTrial( edits, true );
		return el(
			'div',
			{ className: 'labelservice-trial', 'aria-live': 'polite', 'data-state': trial ? trial.state : '', 'data-busy': busy ? '1' : '0' },
			busy && el( 'p', null, el( Spinner ), ' ', __( 'Checking…', 'labelservice' ) ),
			trial && ! trial.known && el( Notice, { status: 'warning', isDismissible: false }, __( 'The label service gives no answer.', 'labelservice' ), ' ', trial.detail ),
			trial && trial.known && el( 'p', null, el( 'strong', null, trial.stateName ) ),
			trial && outcome( trial ) && el( Notice, { status: 'warning', isDismissible: false }, outcome( trial ) ),
			el( Labels, { view: trial, onWrong } )
		);
	}

	function Panel() {
		const edits = useEdits();
		const [ ask, setAsk ] = useState( null );
		const [ told, setTold ] = useState( '' );
		const stored = edits.stored || {};
		const { createSuccessNotice } = useDispatch( 'core/notices' );
		const { invalidateResolution } = useDispatch( 'core/data' ) || {};
		const send = ( path, data, done ) =>
			post( edits.id, path, data ).then(
				( answer ) => {
					setAsk( null );
					setTold( done );
					return answer;
				},
				( error ) => setTold( error.message )
			);
		const breakGlass = ( reason ) =>
			send( '/break-glass', { reason }, '' ).then( ( answer ) => {
				if ( answer && answer.status === 'publish' ) {
					createSuccessNotice( __( 'Published. Somebody else will look at the reason.', 'labelservice' ), { type: 'snackbar' } );
					setTimeout( () => window.location.reload(), 600 );
				} else if ( answer ) {
					setTold( __( 'It was not published. Look at its state and try again.', 'labelservice' ) );
				}
			} );
		return el(
			Fragment,
			null,
			el( Watcher ),
			el( Trial, { onWrong: stored.checkId ? ( id ) => setAsk( { kind: 'wrong', id } ) : null } ),
			stored.checkId && ! ask && el( Button, { variant: 'link', onClick: () => setAsk( { kind: 'wrong', id: '' } ) }, __( 'A label is missing here', 'labelservice' ) ),
			ask &&
				ask.kind === 'wrong' &&
				el( Ask, {
					label: __( 'What is wrong?', 'labelservice' ),
					help: __( 'Moderators and rule authors read it.', 'labelservice' ),
					button: __( 'Send', 'labelservice' ),
					onClose: () => setAsk( null ),
					onSend: ( comment ) => send( '/wrong', { comment, disclosureId: ask.id }, __( 'Sent. Thank you.', 'labelservice' ) ),
				} ),
			stored.mayBreak && stored.stopped && ! ask && el( 'p', null, el( Button, { variant: 'secondary', isDestructive: true, onClick: () => setAsk( { kind: 'break' } ) }, __( 'Publish without waiting…', 'labelservice' ) ) ),
			ask &&
				ask.kind === 'break' &&
				el( Ask, {
					label: __( 'Why can this article not wait?', 'labelservice' ),
					help: __( 'At least ten characters. The reason is kept with your name, and somebody else reviews it.', 'labelservice' ),
					button: __( 'Publish now', 'labelservice' ),
					min: 10,
					onClose: () => setAsk( null ),
					onSend: breakGlass,
				} ),
			told && el( 'p', { role: 'status' }, told ),
			( stored.messages || [] ).map( ( message, i ) => el( Notice, { key: i, status: message.question ? 'warning' : 'info', isDismissible: false }, el( 'small', null, message.at ), el( 'br' ), message.text ) ),
			stored.review && stored.review.url && stored.state === 'pending' && el( 'p', null, el( 'a', { href: stored.review.url, target: '_blank', rel: 'noreferrer' }, __( 'The question at the moderators’ desk', 'labelservice' ) ) ),
			el( FactsForm, { facts: edits.facts } )
		);
	}

	/** After publishing: what became of it. */
	function Published() {
		const edits = useEdits();
		const stored = edits.stored || {};
		return el( 'div', null, el( 'p', null, stored.message || stored.stateName || '' ), el( Labels, { view: stored } ) );
	}

	wp.plugins.registerPlugin( 'labelservice', {
		icon: 'tag',
		render: () =>
			el(
				Fragment,
				null,
				SettingPanel && el( SettingPanel, { name: 'labelservice', title: __( 'Labels', 'labelservice' ), className: 'labelservice-panel' }, el( Panel ) ),
				PrePublish && el( PrePublish, { title: __( 'Labels', 'labelservice' ), initialOpen: true, className: 'labelservice-panel' }, el( Trial, {} ) ),
				PostPublish && el( PostPublish, { title: __( 'Labels', 'labelservice' ), initialOpen: true }, el( Published ) )
			),
	} );
} )( window.wp );
