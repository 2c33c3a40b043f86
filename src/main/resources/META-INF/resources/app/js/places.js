// A swap replaces rows; the focus and what was open are brought back by their pointers.
const opened = new Set();
let place = null;

document.addEventListener("toggle", (event) => {
  const pointer = event.target.matches?.("details.tree") ? event.target.dataset.pointer : null;
  if (pointer != null) {
    event.target.open ? opened.add(pointer) : opened.delete(pointer);
  }
}, true);

function open() {
  for (const details of document.querySelectorAll("#grid details.tree:not([open])")) {
    details.open = opened.has(details.dataset.pointer);
  }
}

let next = null;

// Where the focus is to go after the next swap, because what it is on will be somewhere else.
export function leadTo(pointer) {
  next = pointer;
}

const hasFocus = () => document.activeElement && document.activeElement !== document.body;

function remember(event) {
  const active = document.activeElement;
  const leads = next != null && event.detail.target.closest?.("#grid");
  if (!hasFocus()) {
    return; // It went with the swap before, which has not settled: that place is the one to go back to.
  }
  if (place?.standIn && place.standIn === active) {
    return; // What was left is still on its way: what is inside of it comes by a request of its own.
  }
  place = {
    id: active?.id || null,
    pop: active?.closest?.("details.pop")?.querySelector("summary").id || null,
    pointer: leads ? next : active?.closest?.("[data-pointer]")?.dataset.pointer ?? null,
    entry: active?.closest?.("[data-entry]")?.id ?? null,
    standIn: null,
  };
  next = leads ? null : next;
}

function focusIn(holder) {
  const target = holder?.querySelector("a.edit, button.switch, summary, a[data-edit], button, a");
  target?.focus({ preventScroll: true });
  return target && document.activeElement === target ? target : null;
}

function holder(pointer) {
  const all = [...document.querySelectorAll("#grid [data-pointer]")].filter((one) => one.dataset.pointer === pointer);
  return all.find((one) => one.matches("li, tr")) ?? all[0];
}

function restore() {
  open();
  if (!place) {
    return;
  }
  if (hasFocus() && document.activeElement !== place.standIn) {
    place = null;
    return;
  }
  // A form that popped up is closed once its work is done: its button is then the place.
  for (const id of [place.id, place.pop]) {
    document.getElementById(id)?.focus();
    if (hasFocus()) {
      place = null;
      return;
    }
  }
  const found = place.pointer != null && focusIn(holder(place.pointer));
  if (found) {
    place = null;
  } else if (place.entry) {
    place.standIn = focusIn(document.getElementById(place.entry));
  }
}

document.addEventListener("htmx:beforeSwap", remember);
document.addEventListener("htmx:afterSettle", restore);

// The bar sticks; what sticks below it has to know how tall it is.
const bar = () => document.getElementById("draft-bar");
const isSticky = () => bar() && getComputedStyle(bar()).position === "sticky";
const measure = () =>
  document.documentElement.style.setProperty("--bar", isSticky() ? `${bar().offsetHeight}px` : "0px");
addEventListener("resize", measure);
document.addEventListener("htmx:afterSettle", measure);
measure();
