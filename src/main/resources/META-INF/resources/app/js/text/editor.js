// The code editor. It lives in a shadow tree, where its styles are objects and no inline ones, as the policy asks.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { changes } from "./differences.js";
import { look } from "./look.js";

// Mod-Enter is the page's: it reviews.
const keys = [...closeBracketsKeymap, ...searchKeymap, ...foldKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap, indentWithTab]
  .filter((binding) => binding.key !== "Mod-Enter");

// Left to itself, a browser keeps the look of what is typed over by an inline style, which the policy refuses.
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const text = event.inputType === "insertText" ? event.data : null;
    if (!text || empty || view.composing || view.state.readOnly) {
      return false;
    }
    event.preventDefault();
    const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
    if (!view.state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, text, insert))) {
      view.dispatch(insert());
    }
    return true;
  },
});

function extensions({ language, label, readOnly, changed }) {
  return [
    language === "yaml" ? yaml() : json(),
    lineNumbers(),
    foldGutter(),
    codeFolding(),
    history(),
    // What is drawn has colours of its own; where the system chooses them, it draws the selection.
    matchMedia("(forced-colors: active)").matches ? [] : drawSelection(),
    indentOnInput(),
    indentUnit.of("  "),
    bracketMatching(),
    closeBrackets(),
    highlightSpecialChars(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    keymap.of(keys),
    typedOver,
    look,
    matchMedia("(max-width: 46rem)").matches ? EditorView.lineWrapping : [],
    EditorState.readOnly.of(readOnly),
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.updateListener.of((update) => update.docChanged && changed()),
  ];
}

// A column counts characters; the editor counts halves of those beyond the first 65,536.
function offset(text, line, column) {
  const found = text.line(Math.min(line, text.lines));
  return found.from + [...found.text].slice(0, column - 1).join("").length;
}

export function editorIn(holder, options) {
  const root = holder.attachShadow({ mode: "open" });
  const state = EditorState.create({ doc: options.text, extensions: extensions(options) });
  const view = new EditorView({ state, root, parent: root });
  const complain = (diagnostics) => view.dispatch(setDiagnostics(view.state, diagnostics));
  return {
    text: () => view.state.doc,
    forget: () => complain([]),
    // Another text in the place of this one; undoing what was typed does not bring the old one back.
    become: (text) => view.dispatch({ changes: changes(view.state.doc, text), annotations: Transaction.addToHistory.of(false) }),
    // The same as somebody types it, so that it can be undone.
    take: (text) => view.dispatch({ changes: changes(view.state.doc, text), userEvent: "input.replace" }),
    point(line, column, message) {
      const from = offset(view.state.doc, line, column);
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      complain([{ from, to: Math.min(from + 1, view.state.doc.length), severity: "error", message }]);
      view.focus();
    },
  };
}
