import { inTurn } from "./turns.js";

const inText = (target) => target.matches?.('textarea, select, input:not([type="checkbox"]), [data-text]');
const values = () => [...document.querySelectorAll("#grid a.edit, #grid button.switch, #grid summary")].filter((one) => one.offsetParent);

const button = (id) => document.querySelector(`[data-key="${id}"]`);

// The button is looked for when its turn has come: an answer that is still on its way brings another one.
function press(id) {
  if (!button(id)) {
    return false;
  }
  inTurn(() => button(id)?.click());
  return true;
}

function walk(step) {
  const all = values();
  const at = all.indexOf(document.activeElement);
  if (at < 0) {
    return false;
  }
  all[Math.min(Math.max(at + step, 0), all.length - 1)].focus();
  return true;
}

function intoGrid() {
  values()[0]?.focus();
  return values().length > 0;
}

function shortcut(event) {
  const command = event.ctrlKey || event.metaKey;
  if (event.key === "ArrowDown" && event.target.id === "query") {
    return intoGrid();
  }
  if (command && event.key === "Enter") {
    return press("review") || submitMessage(event.target);
  }
  if (inText(event.target) || document.querySelector("dialog[open]")) {
    return false;
  }
  if (command && event.key.toLowerCase() === "z") {
    return press(event.shiftKey ? "redone" : "undone");
  }
  if (command && event.key.toLowerCase() === "y") {
    return press("redone");
  }
  if (command || event.altKey) {
    return false;
  }
  return plain(event);
}

function plain(event) {
  switch (event.key) {
    case "/":
      document.getElementById("query")?.focus();
      return document.getElementById("query") != null;
    case "?":
      document.getElementById("keys")?.showModal();
      return document.getElementById("keys") != null;
    case "F2":
      !event.shiftKey && document.activeElement.matches("a.edit, summary") && document.activeElement.click();
      return true;
    case "ArrowDown":
      return walk(1);
    case "ArrowUp":
      return walk(-1);
    default:
      return false;
  }
}

function submitMessage(target) {
  if (!target.matches?.("[data-message]")) {
    return false;
  }
  target.form.requestSubmit();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (!event.defaultPrevented && !event.isComposing && shortcut(event)) {
    event.preventDefault();
  }
  if (event.key === "Escape") {
    event.target.closest?.("details.pop[open]")?.removeAttribute("open");
  }
});

for (const button of document.querySelectorAll("[data-help]")) {
  button.hidden = false;
  button.addEventListener("click", () => document.getElementById("keys").showModal());
}

// A click elsewhere closes what popped up.
document.addEventListener("click", (event) => {
  for (const pop of document.querySelectorAll("details.pop[open]")) {
    if (!pop.contains(event.target)) {
      pop.open = false;
    }
  }
});
