// What stands in an open field outlives a reload, a new sign-in and a network that is gone.
import { banner } from "./banner.js";
import { forget, keep, ready, recall } from "./kept.js";
import { say } from "./saying.js";
import { inTurn } from "./turns.js";

const names = ["path", "deed", "name", "type", "value", "offset"];
const content = (field) => (field?.type === "checkbox" ? String(field.checked) : field?.value);
const typed = (form) => ({
  ...Object.fromEntries(names.map((name) => [name, content(form.elements[name])])),
  isRaw: form.elements.value?.localName === "textarea",
});

let isTooMuch = false;

export function keepTyped(form) {
  isTooMuch = !keep("typed", typed(form));
}

// Whether leaving now would lose what is typed.
export const isAtRisk = () => isTooMuch && document.querySelector("[data-value-form]") != null;

const entry = (pointer) => `/${pointer.split("/")[1]}`;
const key = (pointer) => entry(pointer).slice(1).replaceAll("~1", "/").replaceAll("~0", "~");
const row = (pointer) => [...document.querySelectorAll("#grid tr[data-pointer]")]
  .find((one) => one.dataset.pointer === entry(pointer))?.closest("[data-entry]");

function fill(form, left) {
  for (const name of names.slice(2)) {
    const field = form.elements[name];
    if (field && left[name] != null && field.type !== "hidden") {
      field.checked = field.type === "checkbox" && left[name] === "true";
      field.value = field.type === "checkbox" ? field.value : left[name];
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

const address = (left) => {
  const deed = left.isRaw && left.deed === "set" ? "raw" : left.deed;
  const asked = new URLSearchParams({ key: key(left.path), edit: left.path, deed });
  return `${location.pathname}?${asked}`;
};

async function open(left, target) {
  await window.htmx.ajax("GET", address(left), { source: target, target });
  const form = [...document.querySelectorAll("[data-value-form]")]
    .find((one) => one.elements.path.value === left.path && one.elements.deed.value === left.deed);
  if (form) {
    fill(form, left);
    (form.querySelector(".typed:enabled") ?? form.querySelector("select")).focus();
    say("What you typed is here again. It is not saved yet.");
  }
}

function takeUp(left) {
  const target = row(left.path);
  if (target) {
    inTurn(() => open(left, target));
  } else {
    banner("typed", `What you typed for ${key(left.path)} is not saved yet.`, {
      "Go on": `${location.pathname}?key=${encodeURIComponent(key(left.path))}`,
      Discard: () => forget("typed"),
    });
  }
}

const adder = document.querySelector("#adder form");
const message = document.querySelector("[data-message]");

document.addEventListener("input", ({ target }) => {
  if (target.closest("[data-value-form]")) {
    keepTyped(target.form);
  } else if (target.closest("#adder form")) {
    keep("new", typed(target.form));
  } else if (target.matches("[data-message]")) {
    keep("message", target.value);
  }
});

document.addEventListener("click", ({ target }) => target.closest?.("[data-cancel]") && forget("typed"));

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.requestConfig.elt.closest("#adder") && detail.xhr.status === 200) {
    forget("new");
  }
});

function takeUpAll() {
  if (document.getElementById("grid") && recall("typed")) {
    takeUp(recall("typed"));
  }
  if (adder && recall("new")) {
    fill(adder, recall("new"));
    adder.closest("details").open = true;
  }
  if (message && message.value === "") {
    message.value = recall("message") ?? "";
  }
}

ready.then(takeUpAll);
