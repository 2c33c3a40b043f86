// The choices of an update: counted, walked with n and p, and kept over a reload until they are sent.
const form = document.querySelector("[data-update]");
const conflicts = form ? [...form.querySelectorAll("[data-conflict]")] : [];
const place = `update ${location.pathname}`;

function tell() {
  const decided = conflicts.filter((one) => one.querySelector("input:checked")).length;
  const words = form.querySelector("[data-decided]");
  if (words) {
    words.textContent = `${decided} of ${conflicts.length} decided`;
  }
}

function keep() {
  const kept = conflicts.map((one) => ({
    seen: one.querySelector('[name^="seen."]').value,
    name: one.querySelector('input[type="radio"]').name,
    choice: one.querySelector("input:checked")?.value,
    text: one.querySelector("textarea").value,
  }));
  sessionStorage.setItem(place, JSON.stringify(kept));
}

// Only what was decided about the same three values comes back, and never over what the server kept.
function restore() {
  const kept = JSON.parse(sessionStorage.getItem(place) ?? "[]");
  for (const one of conflicts) {
    const seen = one.querySelector('[name^="seen."]').value;
    const name = one.querySelector('input[type="radio"]').name;
    const old = kept.find((other) => other.name === name && other.seen === seen);
    if (old?.choice && !one.querySelector("input:checked")) {
      one.querySelector(`input[value="${old.choice}"]`).checked = true;
      one.querySelector("textarea").value = old.text;
    }
  }
}

function walk(steps) {
  const at = conflicts.findIndex((one) => one.contains(document.activeElement));
  const next = at < 0 ? 0 : Math.min(Math.max(at + steps, 0), conflicts.length - 1);
  const target = conflicts[next].querySelector("input:checked") ?? conflicts[next].querySelector('input[type="radio"]');
  target.focus();
  conflicts[next].scrollIntoView({ block: "nearest" });
}

if (conflicts.length > 0) {
  restore();
  tell();
  form.addEventListener("input", (event) => {
    if (event.target.matches("textarea")) {
      event.target.closest("[data-conflict]").querySelector('input[value="own"]').checked = true;
    }
    tell();
    keep();
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
