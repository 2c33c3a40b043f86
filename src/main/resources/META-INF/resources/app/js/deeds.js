// What the keys do to the value in focus: move it within its list, remove it, or show what else there is.
import { leadTo } from "./places.js";

function send(holder, deed, more = {}) {
  const entry = holder.closest("[data-entry]");
  const action = entry.querySelector("[data-remove]")?.form.getAttribute("action");
  const { target, ...values } = { path: holder.dataset.pointer, ...more };
  const place = target ? { target, select: target } : {};
  window.htmx.ajax("POST", action, { source: entry, ...place, values: { deed, ...values } });
}

function say(sentence) {
  document.getElementById("announcer").textContent = sentence;
}

// Something more in the object or list in focus; beside a plain entry, an entry.
function add(holder) {
  const tree = holder.querySelector("details.tree") ?? holder.parentElement.closest("details.tree");
  if (tree) {
    tree.open = true;
    tree.querySelector(":scope > .nodes > .node > a.add")?.click();
  } else {
    document.getElementById("adder").open = true;
    document.getElementById("new-key").focus();
  }
}

function move(holder, steps) {
  const [, list, index] = holder.dataset.pointer.match(/^(.*)\/(\d+)$/) ?? [];
  const isElement = index && holder.parentElement.matches("[data-list]");
  const last = isElement && holder.parentElement.querySelectorAll(":scope > [data-pointer]").length - 1;
  const to = Number(index) + steps;
  if (isElement && to >= 0 && to <= last) {
    leadTo(`${list}/${to}`);
    send(holder, steps < 0 ? "up" : "down");
  }
}

// A value that was cut waits here until it is put somewhere else: that is one step.
let cut = null;

function take(holder) {
  cut = holder.dataset.pointer;
  for (const one of document.querySelectorAll("#grid [data-cut]")) {
    delete one.dataset.cut;
  }
  holder.dataset.cut = "";
  say("Cut. Ctrl+V puts it into the object or list in focus.");
}

const last = (pointer) => pointer.slice(pointer.lastIndexOf("/") + 1);

// The object or list that the focus is on or in, and the place in it that the value gets.
function placeIn(holder) {
  const tree = holder.querySelector(":scope > td > details.tree, :scope > .node-value > details.tree")
    ?? holder.parentElement.closest("details.tree");
  if (!tree) {
    return `/${last(cut)}`;
  }
  const name = /^\d+$/.test(last(cut)) ? "item" : last(cut);
  return `${tree.dataset.pointer}/${tree.hasAttribute("data-list") ? "-" : name}`;
}

function put(holder) {
  if (cut != null) {
    const name = placeIn(holder);
    const source = [...document.querySelectorAll("#grid [data-pointer]")].find((one) => one.dataset.pointer === cut);
    leadTo(name);
    send(source ?? holder, "move", { path: cut, name, target: "#grid" });
    cut = null;
  }
}

const deeds = {
  "Ctrl+x": take,
  "Ctrl+v": put,
  "Meta+x": take,
  "Meta+v": put,
  "+": (holder) => add(holder),
  "Alt+ArrowUp": (holder) => move(holder, -1),
  "Alt+ArrowDown": (holder) => move(holder, 1),
  Delete: (holder) => holder.querySelector("[data-remove]")?.click(),
  "Shift+F2": (holder) => holder.querySelector("[data-more]")?.click(),
};

function name(event) {
  const held = [event.ctrlKey && "Ctrl", event.metaKey && "Meta", event.altKey && "Alt", event.shiftKey && event.key.length > 1 && "Shift"];
  return [...held.filter(Boolean), event.key.length > 1 ? event.key : event.key.toLowerCase()].join("+");
}

// What is selected is copied and cut by the browser.
const selected = () => !getSelection().isCollapsed;

// The nearest place around the focus; a summary belongs to the element whose value it opens.
function holder(target) {
  const place = target.closest("#grid [data-pointer]");
  return place?.matches("details") ? place.closest("li[data-pointer], tr[data-pointer]") : place;
}

document.addEventListener("keydown", (event) => {
  const deed = selected() ? null : deeds[name(event)];
  const isValue = event.target.matches?.("a.edit, button.switch, summary, .icon-button, a[data-edit]");
  const place = deed && isValue ? holder(event.target) : null;
  if (place?.closest("[data-entry]").querySelector("[data-remove]")) {
    event.preventDefault();
    deed(place);
  }
});
