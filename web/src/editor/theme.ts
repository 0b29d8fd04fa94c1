// SPDX-License-Identifier: Apache-2.0
// How the text looks: the tokens of the look, which reach into the shadow root.
import { EditorView } from "@codemirror/view";

export const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent", minBlockSize: "100%", fontSize: "var(--t-body)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--hand)", lineHeight: "1.9", overflow: "visible" },
  ".cm-content": { paddingBlock: "var(--s4) 40vh", caretColor: "var(--ink)", minInlineSize: "0" },
  ".cm-line": { padding: "0 var(--s4) 0 var(--s2)", overflowWrap: "anywhere" },
  ".cm-cursor": { borderInlineStart: "2px solid var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "color-mix(in srgb, var(--glow) 38%, transparent)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--ink-soft)", border: "none", fontFamily: "var(--code)", fontSize: "0.9375rem" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 var(--s2) 0 var(--s4)", lineHeight: "inherit" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--primary-soft)", color: "var(--on-primary-soft)" },
  ".cm-activeLine .cm-soft": { color: "inherit" },
  ".cm-heading": { fontFamily: "var(--voice)", fontSize: "1.375rem" },
  ".cm-soft": { color: "var(--ink-soft)" },
  ".cm-read": { textDecoration: "underline 2px solid var(--spine-rim)", textUnderlineOffset: "0.32em", textDecorationSkipInk: "none" },
  ".cm-unread": { textDecoration: "underline 3px dotted var(--line-strong)", textUnderlineOffset: "0.32em" },
  ".cm-lintRange": { backgroundImage: "none", textDecoration: "underline 2px wavy var(--notice)", textUnderlineOffset: "0.32em", textDecorationSkipInk: "none", paddingBottom: "0" },
  ".cm-lintPoint::after": { borderBottomColor: "var(--notice)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "var(--r-small)", boxShadow: "var(--lift)", maxInlineSize: "min(32rem, 92vw)" },
  ".cm-tooltip-lint li": { borderInlineStart: "4px double var(--notice)", padding: "var(--s2) var(--s3)", fontFamily: "var(--hand)", fontSize: "var(--t-fine)" },
  ".cm-tooltip-lint button": { font: "600 var(--t-fine)/1.2 var(--hand)", color: "inherit", background: "none", border: "1.5px solid var(--line-strong)", borderRadius: "var(--r-pill)", padding: "var(--s2) var(--s3)", margin: "var(--s2) 0 0" },
  ".cm-tooltip-autocomplete ul": { fontFamily: "var(--hand) !important", maxBlockSize: "22rem !important" },
  ".cm-tooltip-autocomplete ul li": { padding: "var(--s2) var(--s3) !important", lineHeight: "1.4 !important" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--primary-soft) !important", color: "var(--on-primary-soft) !important" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": { color: "inherit", opacity: "0.85", fontStyle: "normal", marginInlineStart: "var(--s3)" },
});
