// What changes the rows takes turns: one request at a time, in the order of keys and clicks. While somebody waits, the
// answer before may put another element in the place of theirs; that one is asked then, as it is by then.
const waiting = [];
let underWay = null;
let isHeld = false;

const takesTurns = (element) => element.closest?.("[data-turns]") != null;

const isTaken = () => underWay != null || isHeld;

export const isFree = () => !isTaken() && waiting.length === 0;

// Nobody else goes on while nobody knows what became of the last one.
export function hold() {
  isHeld = true;
}

export function release() {
  isHeld = false;
  queueMicrotask(goOn);
}

// Does it at once, or when all that was asked for before is done.
export function inTurn(deed) {
  waiting.push(deed);
  goOn();
}

function goOn() {
  while (!isTaken() && waiting.length > 0) {
    waiting.shift()();
  }
}

const sameForm = (form) => (other) =>
  ["path", "deed", "key", "to", "number"].every((name) => other.elements[name]?.value === form.elements[name]?.value);

function successor(element) {
  if (element.isConnected) {
    return element;
  }
  const address = element.getAttribute("hx-post") ?? element.getAttribute("hx-get");
  const alike = [...document.querySelectorAll(`[data-turns] ${element.localName}, ${element.localName}[data-turns]`)]
    .filter((other) => (other.getAttribute("hx-post") ?? other.getAttribute("hx-get")) === address);
  return element.localName === "form" ? alike.find(sameForm(element)) : alike[0];
}

function submit(form, submitter) {
  const button = submitter?.isConnected === false ? form.querySelector("button") : submitter;
  button ? button.click() : form.requestSubmit();
}

function ask({ elt, etc, verb, path, triggeringEvent, issueRequest }) {
  const next = elt.id && !elt.isConnected ? document.getElementById(elt.id) : successor(elt);
  if (next && elt.localName === "form") {
    submit(next, triggeringEvent?.submitter);
  } else if (next === elt) {
    issueRequest();
  } else if (next) {
    etc.values ? window.htmx.ajax(verb, path, { source: next, values: etc.values }) : next.click();
  }
}

document.addEventListener("htmx:confirm", (event) => {
  if (isTaken() && takesTurns(event.detail.elt)) {
    event.preventDefault();
    waiting.push(() => ask(event.detail));
  }
});

document.addEventListener("htmx:beforeRequest", (event) => {
  if (takesTurns(event.detail.elt)) {
    underWay = event.detail.xhr;
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.xhr === underWay) {
    underWay = null;
    queueMicrotask(goOn);
  }
});
