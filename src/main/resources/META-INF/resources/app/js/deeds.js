// What the keys do to the value in focus: move it within its list, remove it, or show what else there is.
import { leadTo } from "./places.js";

function send(holder, deed) {
  const entry = holder.closest("[data-entry]");
  const action = entry.querySelector("[data-remove]")?.form.getAttribute("action");
  window.htmx.ajax("POST", action, { source: entry, values: { deed, path: holder.dataset.pointer } });
}

function move(holder, steps) {
  const [, list, index] = holder.dataset.pointer.match(/^(.*)\/(\d+)$/) ?? [];
  const isElement = index && holder.parentElement.closest("[data-list]");
  const last = isElement && holder.parentElement.querySelectorAll(":scope > [data-pointer]").length - 1;
  const to = Number(index) + steps;
  if (isElement && to >= 0 && to <= last) {
    leadTo(`${list}/${to}`);
    send(holder, steps < 0 ? "up" : "down");
  }
}

const deeds = {
  "Alt+ArrowUp": (holder) => move(holder, -1),
  "Alt+ArrowDown": (holder) => move(holder, 1),
  Delete: (holder) => holder.querySelector("[data-remove]")?.click(),
  "Shift+F2": (holder) => holder.querySelector("[data-more]")?.click(),
};

function name(event) {
  const held = [event.ctrlKey && "Ctrl", event.metaKey && "Meta", event.altKey && "Alt", event.shiftKey && "Shift"];
  return [...held.filter(Boolean), event.key].join("+");
}

// The nearest place around the focus; a summary belongs to the element whose value it opens.
function holder(target) {
  const place = target.closest("#grid [data-pointer]");
  return place?.matches("details") ? place.closest("li[data-pointer], tr[data-pointer]") : place;
}

document.addEventListener("keydown", (event) => {
  const deed = deeds[name(event)];
  const isValue = event.target.matches?.("a.edit, button.switch, summary, .icon-button, a[data-edit]");
  const place = deed && isValue ? holder(event.target) : null;
  if (place?.closest("[data-entry]").querySelector("[data-remove]")) {
    event.preventDefault();
    deed(place);
  }
});
