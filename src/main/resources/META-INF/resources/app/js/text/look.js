// How the text looks: the colours of the pages, which follow light and dark by themselves.
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const button = {
  backgroundImage: "none", backgroundColor: "var(--sheet)", color: "var(--ink)", minHeight: "1.625rem", margin: "0",
  border: "1px solid var(--line-strong)", borderRadius: "var(--radius)", padding: "0 .55rem", font: "550 var(--small) var(--sans)",
};

const frame = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--sheet)", fontSize: ".875rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", fontVariantLigatures: "none" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: ".5rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--well)", color: "var(--ink-soft)", borderRight: "1px solid var(--line)" },
  ".cm-lineNumbers .cm-gutterElement": { paddingInline: ".75rem .25rem" },
  ".cm-foldGutter .cm-gutterElement": { cursor: "pointer" },
  ".cm-activeLine": { backgroundColor: "color-mix(in oklab, var(--draft) 6%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--draft-wash)", color: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "light-dark(#cdd8ff, #3449a8)",
  },
  ".cm-selectionMatch": { backgroundColor: "color-mix(in oklab, var(--draft) 16%, transparent)" },
  ".cm-searchMatch": { backgroundColor: "var(--changed-wash)", outline: "1px solid var(--changed-bar)" },
  ".cm-searchMatch-selected": { backgroundColor: "light-dark(#ffdf9a, #6b4a0f)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--added-wash)", outline: "1px solid var(--added-bar)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--removed-wash)", outline: "1px solid var(--removed-bar)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--well)", borderColor: "var(--line-strong)", color: "var(--ink-soft)", paddingInline: ".4em" },
  ".cm-specialChar": { color: "var(--removed)" },
  ".cm-panels": { backgroundColor: "var(--well)", color: "var(--ink)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": { display: "flex", flexWrap: "wrap", alignItems: "center", gap: ".35rem .5rem", padding: ".5rem 2.25rem .5rem .75rem", font: "var(--small) var(--sans)" },
  ".cm-panel.cm-search br": { flexBasis: "100%", content: "''" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: ".3rem", minHeight: "1.625rem", fontSize: "var(--small)" },
  ".cm-panel.cm-search [name=close]": { minWidth: "1.625rem", minHeight: "1.625rem", color: "var(--ink-soft)", font: "1.1rem var(--sans)" },
  ".cm-textfield": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--control-line)", borderRadius: "var(--radius)", minHeight: "1.625rem", margin: "0", font: "var(--small) var(--mono)" },
  ".cm-button": button,
  ".cm-button:active": { backgroundImage: "none", backgroundColor: "var(--hover)" },
  ".cm-button:focus-visible, .cm-textfield:focus-visible, [name=close]:focus-visible": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "var(--radius)", font: "var(--small) var(--sans)" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--removed-bar)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--removed)" },
});

const words = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--ink)", fontWeight: "650" },
  { tag: [tags.string, tags.special(tags.string), tags.content], color: "var(--text-value)" },
  { tag: tags.number, color: "var(--number-value)" },
  { tag: [tags.bool, tags.null, tags.keyword], color: "var(--word-value)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--ink-faint)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.bracket, tags.meta], color: "var(--ink-soft)" },
  { tag: [tags.labelName, tags.typeName, tags.attributeValue], color: "var(--changed)" },
  { tag: tags.invalid, color: "var(--removed)", textDecoration: "underline" },
]);

export const look = [frame, syntaxHighlighting(words)];
