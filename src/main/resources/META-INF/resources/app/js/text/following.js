// What another window did to the draft: while nothing is typed the text follows it by itself, else it is said, and what is
// typed stays until somebody decides.
import { banner, unbanner } from "../banner.js";
import { isUndecided } from "../sending.js";

const PAUSE = 5_000;
const ofTheText = new Set(["text", "text-stamp", "text-notices", "announcer"]);
const form = document.querySelector("[data-text-form]");
const source = document.querySelector("[data-follow]");
const id = document.getElementById("draft-bar")?.dataset.draft;
const field = () => form.elements.namedItem("stamp");

let text = null;
let shown = 0; // The stamp of what stands here when nothing is typed,
let told = 0; // of what is known to be typed over,
let newest = 0; // and of the draft.
let isSaving = false;
let isAsking = false;
let isWanted = false;
let answer = "none";

function catchUp() {
  if (!isSaving && !isAsking && !document.hidden && newest > (text.isSaved() || isWanted ? shown : told)) {
    isAsking = true;
    answer = "none";
    window.htmx.trigger(source, "follow");
  }
}

function tell() {
  told = newest;
  banner("draft", "This draft was changed in another window. What you typed here is kept, and is not saved.", {
    "Look at it": { href: `/drafts/${id}`, target: "_blank" },
    "Save mine over it": () => {
      field().value = newest;
      form.requestSubmit();
    },
    "Take its text": () => {
      isWanted = true;
      catchUp();
    },
  });
}

function adopt() {
  const { value } = document.getElementById("text");
  text.isSaved() ? text.become(value) : text.take(value);
  shown = Number(field().value);
  newest = Math.max(newest, shown);
  isWanted = false;
  unbanner("draft");
}

// A draft that has more text by now than is edited here has none to go on with; one that ended has no such page.
function decide({ detail }) {
  const page = detail.serverResponse;
  const hasText = page.includes('id="text"');
  const isFree = text.isSaved() || isWanted;
  detail.shouldSwap = hasText;
  answer = !page.includes('id="text-notices"') ? "none" : isFree && hasText ? "taken" : isFree ? "too much" : "kept";
}

const ways = {
  none() {},
  taken: adopt,
  "too much": () => location.reload(),
  kept: tell,
};

function answered({ xhr }) {
  const [next, pause] = [answer, isUndecided(xhr) ? PAUSE : 0];
  ways[next]();
  answer = "none";
  isAsking = false;
  if (next === "taken" || pause) {
    setTimeout(catchUp, pause);
  }
}

// What was sent and got no answer may be the very thing that is news.
function saved({ xhr, successful }) {
  isSaving = isUndecided(xhr);
  if (!isSaving) {
    told = Number(field().value);
    newest = Math.max(newest, told);
    shown = successful ? told : shown;
    unbanner("draft");
    catchUp();
  }
}

const isOf = (element, { detail }) => detail.elt === element;

// The text tells whether all of it is saved, becomes another one, or takes one over as if it were typed. What is given
// back is to be called when it changed.
export function follow(followed) {
  text = followed;
  shown = told = newest = Number(field().value);
  document.addEventListener("htmx:beforeRequest", (event) => (isSaving ||= isOf(form, event)));
  document.addEventListener("htmx:beforeSwap", (event) => event.detail.requestConfig.elt === source && decide(event));
  document.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
    detail.shouldSwap &&= answer !== "kept" || !ofTheText.has(detail.target.id);
  });
  document.addEventListener("htmx:afterRequest", (event) =>
    isOf(source, event) ? answered(event.detail) : isOf(form, event) && saved(event.detail));
  document.addEventListener("visibilitychange", catchUp);
  document.addEventListener("redraft:news", ({ detail }) => {
    if (detail.event === "draft" && detail.draft === id && detail.state === "DRAFT") {
      newest = Math.max(newest, detail.stamp);
      catchUp();
    }
  });
  return catchUp;
}
