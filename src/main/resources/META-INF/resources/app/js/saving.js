// How far saving is: "Saved" is said by the server alone. What it did not answer is sent again, with the same key, until
// it does, and whoever leaves before that is warned.
import { banner } from "./banner.js";
import { forget, keep, ready, recall } from "./kept.js";
import { adopt, gesture, isUndecided, toast } from "./sending.js";
import { hold, isFree, release } from "./turns.js";
import { isAtRisk, keepTyped } from "./unsaved.js";

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;
const ofPages = new Set(["csrf", "stamp", "shown"]);
let tries = 0;
let isKept = false;
let before = null;
let again = null;
let timer = null;
let isLedAway = false;

const saved = () => document.querySelector("[data-saved]");
const redrawn = () => document.querySelector("[data-redraw]");
const isChange = ({ detail }) => detail.requestConfig?.verb === "post" && detail.requestConfig.elt.closest("[data-turns]");

function tell(words) {
  if (saved()) {
    before ??= saved().cloneNode(true);
    saved().textContent = words;
    saved().classList.toggle("failed", words !== "Saving…");
  }
}

const tellWaiting = () =>
  tell(navigator.onLine ? `Not saved, retrying (${tries})` : isKept ? "Offline: kept in this browser" : "Offline: not saved");

function asked({ path, parameters }) {
  return { path, values: Object.fromEntries(Object.entries(parameters).filter(([name]) => !ofPages.has(name))) };
}

document.addEventListener("htmx:beforeSend", (event) => {
  if (isChange(event)) {
    const { requestConfig } = event.detail;
    isKept = keep("change", { ...asked(requestConfig), gesture: gesture(requestConfig.elt) });
    forget("typed");
    tell(tries > 0 ? `Not saved, retrying (${tries})` : "Saving…");
  }
});

function send(element, { path, values }) {
  release();
  again = null;
  clearTimeout(timer);
  window.htmx.ajax("POST", path, { source: element, values }).catch(() => {}); // What failed is told by its events.
}

// The element that asked may be gone; then the page asks.
function retry({ requestConfig }) {
  const { elt } = requestConfig;
  const element = elt.isConnected ? elt : redrawn();
  adopt(element, gesture(elt));
  return () => send(element, asked(requestConfig));
}

function undecided({ detail }) {
  hold();
  tries += 1;
  again = retry(detail);
  tellWaiting();
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1)) * (0.5 + Math.random() / 2);
  timer = navigator.onLine ? setTimeout(() => again?.(), pause) : null;
  toast("The server cannot be reached. What you did is kept and sent again.", () => again?.());
}

function decided({ detail }) {
  tries = 0;
  again = null;
  forget("change");
  if (detail.xhr.status >= 400) {
    document.querySelectorAll("[data-value-form]").forEach(keepTyped);
  }
  if (saved()?.textContent === "Saving…" || saved()?.textContent.startsWith("Not saved, retrying")) {
    detail.successful && before ? saved().replaceWith(before) : tell("Not saved");
  }
  before = null;
}

document.addEventListener("htmx:afterRequest", (event) => {
  if (isChange(event)) {
    isLedAway = event.detail.xhr.status === 401;
    isUndecided(event.detail.xhr) ? undecided(event) : decided(event);
  }
});

addEventListener("online", () => again?.());
addEventListener("offline", () => again && tellWaiting());

addEventListener("beforeunload", (event) => {
  if (!isLedAway && (!isFree() || isAtRisk())) {
    event.preventDefault();
  }
});

// What a page before this one could not save. Its key sees to it that it happens once, if it happened after all.
const words = { undone: "an undo", redone: "a redo", reverted: "a revert", "taken-back": "a step taken back" };

function told({ path, values }) {
  const end = path.match(/[a-z-]+$/)?.[0];
  const place = [...values.path?.split("/").slice(1) ?? [], ...(values.deed === "add" ? [values.name] : [])].join(".");
  return words[end] ?? `${values.deed} ${place}${values.value ? ` to ${values.value.slice(0, 60)}` : ""}`;
}

function offer(left) {
  const again = () => {
    left.gesture && adopt(redrawn(), left.gesture);
    send(redrawn(), left);
  };
  banner("left", `Not saved yet: ${told(left)}.`, { "Save it": again, Discard: () => forget("change") });
}

ready.then(() => redrawn() && saved() && recall("change") && offer(recall("change")));
