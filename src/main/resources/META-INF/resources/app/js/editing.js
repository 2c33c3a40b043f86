// The fields of values: they take the focus, save on Enter, give back on Escape, and follow their type.
const fixed = new Set(["true", "false", "null"]);

function follow(select) {
  const field = select.form.querySelector(".typed");
  field.disabled = fixed.has(select.value);
  if (field.matches("textarea")) {
    field.inputMode = select.value === "number" ? "decimal" : "";
  }
}

// Where typing begins: at the name, unless that is known already.
function first(form) {
  const name = form.querySelector(".name-field");
  return name && (!name.value || form.matches("[data-tools]")) ? name
    : form.querySelector(".typed:enabled, select, button:enabled");
}

function prepare(root) {
  for (const select of root.querySelectorAll('select[name="type"]')) {
    follow(select);
  }
  const form = root.querySelector(":is([data-value-form], [data-tools]):not([data-prepared])");
  const field = form && first(form);
  form?.setAttribute("data-prepared", "");
  if (field && !form.contains(document.activeElement)) {
    field.focus();
    field.select?.();
  }
}

// What a browser takes for no number, it would send as nothing: that would be lost.
document.addEventListener("submit", (event) => {
  const wrong = event.target.querySelector?.(".typed:enabled")?.validity?.badInput;
  if (wrong) {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.target.querySelector(".typed").reportValidity();
  }
}, true);

// A new entry whose name is known goes on with its value.
function goOn() {
  const name = document.querySelector("#adder[open] #new-key");
  if (name?.defaultValue && document.activeElement === document.body) {
    name.form.querySelector(".typed").focus();
  }
}

document.addEventListener("change", (event) => {
  if (event.target.matches('select[name="type"]')) {
    follow(event.target);
  }
});

// A list or an object that is pasted where nothing stands yet is meant as one, not as its text.
document.addEventListener("paste", (event) => {
  const type = event.target.matches?.("textarea.typed") && event.target.form.elements.namedItem("type");
  if (!type?.options || type.value !== "text" || event.target.value.trim()) {
    return;
  }
  try {
    const pasted = JSON.parse(event.clipboardData.getData("text/plain"));
    type.value = typeof pasted === "object" && pasted ? "json" : type.value;
  } catch {
    // It is text.
  }
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("[data-value-form], [data-tools]");
  if (!form || event.isComposing) {
    return;
  }
  if (event.key === "Enter" && form.matches("[data-value-form]") && !event.shiftKey && !event.ctrlKey && !event.metaKey && event.target.matches("textarea, input, select")) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "Escape") {
    event.preventDefault();
    form.querySelector("[data-cancel]").click();
  }
});

prepare(document);
goOn();
document.addEventListener("htmx:afterSettle", () => {
  prepare(document);
  goOn();
});
