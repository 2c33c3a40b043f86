// The choices of an update: counted, walked with n and p over all pages, and kept over a reload until they are sent.
const form = document.querySelector("[data-update]");
const conflicts = form ? [...form.querySelectorAll("[data-conflict]")] : [];
const place = `update ${location.pathname}`;
const value = (name) => form.elements.namedItem(name).value;

// What other pages decided, by field: [choice, seen] or ["own", seen, text].
const carried = conflicts.length > 0 ? JSON.parse(value("carried")) : {};

const seenOf = (one) => one.querySelector('[name^="seen."]').value;
const fieldOf = (one) => one.querySelector('[name^="seen."]').name.slice("seen.".length);
const choiceOf = (one) => one.querySelector("input:checked")?.value;

function decided() {
  const here = conflicts.filter(choiceOf).map((one) => {
    const parts = [choiceOf(one), seenOf(one)];
    return [fieldOf(one), parts[0] === "own" ? [...parts, one.querySelector("textarea").value] : parts];
  });
  return { ...carried, ...Object.fromEntries(here) };
}

function tell() {
  const words = form.querySelector("[data-decided]");
  if (words) {
    words.textContent = `${Object.keys(decided()).length} of ${form.dataset.places} decided`;
  }
}

function keep() {
  try {
    sessionStorage.setItem(place, JSON.stringify({ stamp: value("stamp"), live: value("live"), decided: decided() }));
    return true;
  } catch {
    return false; // No room for it: the form carries all from page to page.
  }
}

// Only what was decided about the same three values comes back, and never over what the server kept. Of other pages,
// that is sure where neither the draft nor live moved.
function restore() {
  const kept = JSON.parse(sessionStorage.getItem(place) ?? "{}");
  const old = { ...kept.decided };
  for (const one of conflicts) {
    const [choice, seen, text] = old[fieldOf(one)] ?? [];
    if (seen === seenOf(one) && !choiceOf(one)) {
      one.querySelector(`input[value="${choice}"]`).checked = true;
      one.querySelector("textarea").value = text ?? one.querySelector("textarea").value;
    }
    delete old[fieldOf(one)];
  }
  if (kept.stamp === value("stamp") && kept.live === value("live")) {
    Object.assign(carried, { ...old, ...carried });
    form.elements.namedItem("carried").value = JSON.stringify(carried);
  }
}

function focusOn(one) {
  (one.querySelector("input:checked") ?? one.querySelector('input[type="radio"]')).focus();
  one.scrollIntoView({ block: "nearest" });
}

// No element has the name that the address ends with: a browser that finds one takes the focus away again.
const numberOf = (one) => Number(one.id.split("-")[1]);

function walk(steps) {
  const at = conflicts.findIndex((one) => one.contains(document.activeElement));
  const next = at < 0 ? 0 : at + steps;
  if (conflicts[next]) {
    focusOn(conflicts[next]);
    return;
  }
  go([...form.querySelectorAll('button[name="page"]')].at(steps < 0 ? 0 : -1), `#at-${numberOf(conflicts.at(at)) + steps}`);
}

// Another page by its address, so that going back works; without room to keep what is decided, by the form.
function go(button, conflict) {
  if (button && !button.disabled) {
    keep() ? location.assign(`?page=${button.value}${conflict}`) : form.requestSubmit(button);
  }
}

if (conflicts.length > 0) {
  restore();
  tell();
  if (Object.keys(decided()).length > 0) {
    keep();
  }
  const asked = conflicts.find((one) => `#at-${numberOf(one)}` === location.hash);
  if (asked) {
    focusOn(asked);
  }
  form.addEventListener("input", (event) => {
    if (event.target.matches("textarea")) {
      event.target.closest("[data-conflict]").querySelector('input[value="own"]').checked = true;
    }
    tell();
    keep();
  });
  form.addEventListener("click", (event) => {
    if (event.target.matches('button[name="page"]') && keep()) {
      event.preventDefault();
      go(event.target, "");
    }
  });
  document.addEventListener("keydown", (event) => {
    const inText = event.target.matches?.("textarea, select, input:not([type='radio'])");
    const steps = { n: 1, p: -1 }[event.key];
    if (steps && !inText && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      walk(steps);
    }
  });
}
