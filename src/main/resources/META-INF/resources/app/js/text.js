// A draft as one text: the field becomes a code editor, and saving it leaves the page and what was typed as they are.
import { isUndecided, toast } from "./sending.js";
import { editorIn } from "./text/editor.js";
import { follow } from "./text/following.js";

const form = document.querySelector("[data-text-form]");
const field = form?.querySelector("textarea");

function begin() {
  const holder = document.createElement("div");
  holder.className = "text-editor";
  holder.dataset.text = "";
  field.before(holder);
  form.querySelector("label").hidden = true;
  for (const hint of document.querySelectorAll("[data-needs-script]")) {
    hint.hidden = false;
  }
  return editorIn(holder, {
    text: field.value,
    language: field.dataset.language,
    label: `${field.dataset.label}. Tab indents; press Escape and then Tab to leave the text.`,
    readOnly: field.readOnly,
    changed,
  });
}

let saved = null;
let sent = null;
let catchUp = () => {};
const editor = form ? begin() : null;
saved = editor?.text();

const isSaved = () => editor.text().eq(saved);

function tell(words) {
  const state = form.querySelector("[data-text-state]");
  if (state && editor) {
    state.textContent = typeof words === "string" ? words : isSaved() ? "" : "Not saved yet";
  }
}

function changed() {
  tell();
  catchUp();
}

// The whole is that of the draft from now on.
function replace(how) {
  return (text) => {
    how(text);
    saved = editor.text();
    tell();
  };
}

function point() {
  const refused = document.querySelector("#text-notices [data-line]");
  if (refused) {
    const sentence = refused.querySelector("[data-sentence]").textContent;
    editor.point(Number(refused.dataset.line), Number(refused.dataset.column), sentence);
  }
}

const isOurs = (event) => event.detail.elt === form;

if (editor && !field.readOnly) {
  form.addEventListener("formdata", (event) => event.formData.set("text", editor.text().toString()));
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (isOurs(event)) {
      sent = editor.text();
      tell("Saving…");
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (isOurs(event)) {
      saved = event.detail.successful ? sent : saved;
      editor.forget();
      tell();
      if (isUndecided(event.detail.xhr)) {
        toast("The server cannot be reached. What you typed is still here.", () => form.requestSubmit());
      }
    }
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id === "text-notices" || event.detail.elt.id === "text-notices") {
      point();
    }
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  addEventListener("beforeunload", (event) => {
    if (!isSaved()) {
      event.preventDefault();
    }
  });
  point();
  catchUp = follow({ isSaved, become: replace(editor.become), take: replace(editor.take) });
}
