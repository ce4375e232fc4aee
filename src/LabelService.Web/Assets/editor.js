// The editor of a pack's files: CodeMirror with YAML, completion by the schema that editors outside use, and the marks that the service
// sends (errors, what cases exercise). It lives in a shadow root, where its styles are adopted sheets: the page's policy allows no others.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml, yamlLanguage } from '@codemirror/lang-yaml';
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { EditorView, GutterMarker, drawSelection, gutter, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { stateExtensions } from 'codemirror-json-schema';
import { yamlCompletion } from 'codemirror-json-schema/yaml';

const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--sunk)', color: 'var(--ink)', fontSize: '.9375rem' },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '-3px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--sheet)', color: 'var(--soft)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent) 8%, transparent)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent)' },
  '.cm-tooltip': { backgroundColor: 'var(--sheet)', color: 'var(--ink)', border: '1px solid var(--strong-line)', borderRadius: '.4rem', maxWidth: '32rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-panels': { backgroundColor: 'var(--sheet)', color: 'var(--ink)' },
  '.cm-coverage': { width: '1.2rem', textAlign: 'center', fontWeight: '700' },
  '.cm-coverage .cm-gutterElement': { cursor: 'default' },
});

const colours = syntaxHighlighting(HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.keyword, tags.atom], color: 'var(--good)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--soft)', fontStyle: 'italic' },
  { tag: [tags.meta, tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: 'var(--soft)' },
]));

class CoverageMark extends GutterMarker {
  constructor(sign, words) { super(); Object.assign(this, { sign, words }); }

  eq(other) { return other.sign === this.sign && other.words === this.words; }

  toDOM() {
    const mark = document.createElement('span');
    mark.textContent = this.sign;
    mark.title = this.words;
    return mark;
  }
}

const setCoverage = StateEffect.define();
const coverage = StateField.define({
  create: () => RangeSet.empty,
  update(marks, change) {
    const set = change.effects.find((effect) => effect.is(setCoverage));
    return set ? set.value : marks.map(change.changes);
  },
});

/** Where a line and column (from 1) lie in the text; the end of the line where it is shorter. */
function place(state, line, column) {
  const at = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return Math.min(at.from + Math.max(column - 1, 0), at.to);
}

export function makeEditor(host, { label, onChange, onSave, phrases }) {
  const root = host.attachShadow({ mode: 'open' });
  const schema = new Compartment();
  const start = (text, completes) => EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(),
      indentUnit.of('  '), EditorState.tabSize.of(2), EditorView.lineWrapping,
      yaml(), colours, theme, lintGutter(),
      coverage, gutter({ class: 'cm-coverage', markers: (view) => view.state.field(coverage) }),
      autocompletion(), schema.of(completes ? [stateExtensions(completes), yamlLanguage.data.of({ autocomplete: yamlCompletion() })] : []),
      keymap.of([
        { key: 'Mod-s', preventDefault: true, run: () => { onSave(); return true; } },
        ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap,
      ]),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'false', autocapitalize: 'off', autocorrect: 'off' }),
      EditorState.phrases.of(phrases),
      EditorView.updateListener.of((update) => { if (update.docChanged) onChange(update.state.doc.toString()); }),
    ],
  });
  const view = new EditorView({ state: start('', null), parent: root, root });
  return {
    show: (text, completes) => view.setState(start(text, completes)),
    keep: () => view.state,
    restore: (state) => view.setState(state),
    focus: () => view.focus(),
    text: () => view.state.doc.toString(),
    select(line, column) {
      const at = place(view.state, line, column);
      view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
      view.focus();
    },
    /** @param found {line, column, severity, message} each, in the file shown */
    mark(found) {
      const { state } = view;
      view.dispatch(setDiagnostics(state, found.map((one) => {
        const from = place(state, one.line, one.column);
        const word = /^[^\s,}\]]+/.exec(state.doc.sliceString(from, state.doc.lineAt(from).to));
        return { from, to: from + (word ? word[0].length : 0), severity: one.severity, message: one.message };
      }).sort((a, b) => a.from - b.from)));
    },
    /** @param lines {line, sign, words} each */
    cover(lines) {
      const { state } = view;
      const marks = lines.filter((one) => one.line <= state.doc.lines)
        .map((one) => new CoverageMark(one.sign, one.words).range(state.doc.line(one.line).from)).sort((a, b) => a.from - b.from);
      view.dispatch({ effects: setCoverage.of(RangeSet.of(marks)) });
    },
  };
}
