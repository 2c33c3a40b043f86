// A swap replaces rows; the focus and what was open are brought back by their pointers.
let place = null;

const entryOf = (element) => element?.closest?.("[data-entry]");

function remember(event) {
  const active = document.activeElement;
  const entry = entryOf(active);
  place = {
    entry: entry?.id ?? null,
    pointer: active?.closest?.("[data-pointer]")?.dataset.pointer ?? null,
    id: active?.id || null,
    open: [...document.querySelectorAll("#grid details.tree[open]")].map((details) => details.dataset.pointer),
    closed: [...document.querySelectorAll("#grid details.tree:not([open])")].map((details) => details.dataset.pointer),
    cancelled: event.detail.elt?.matches?.("[data-cancel]"),
  };
}

function focusOn(element) {
  element?.focus({ preventScroll: false });
  return element != null && document.activeElement === element;
}

function focusable(holder) {
  return holder?.querySelector("a.edit, button.switch, summary, a[data-edit], button, a");
}

function restore() {
  if (!place) {
    return;
  }
  const was = place;
  for (const details of document.querySelectorAll("#grid details.tree")) {
    const pointer = details.dataset.pointer;
    if (was.open.includes(pointer)) {
      details.open = true;
    }
  }
  const active = document.activeElement;
  if (active && active !== document.body) {
    return;
  }
  const held = [...document.querySelectorAll("#grid [data-pointer]")].filter((one) => one.dataset.pointer === was.pointer);
  const holder = held.find((one) => one.matches("li, tr")) ?? held[0];
  if (was.id && focusOn(document.getElementById(was.id))) {
    return;
  }
  if (!focusOn(focusable(holder)) && was.entry) {
    focusOn(focusable(document.getElementById(was.entry)));
  }
}

document.addEventListener("htmx:beforeSwap", remember);
document.addEventListener("htmx:afterSettle", restore);

// The bar sticks; what sticks below it has to know how tall it is.
const bar = () => document.getElementById("draft-bar");
const measure = () =>
  document.documentElement.style.setProperty("--bar", bar() && getComputedStyle(bar()).position === "sticky" ? `${bar().offsetHeight}px` : "0px");
addEventListener("resize", measure);
document.addEventListener("htmx:afterSettle", measure);
measure();
