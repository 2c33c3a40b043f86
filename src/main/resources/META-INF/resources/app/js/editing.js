// The fields of values: they take the focus, save on Enter, give back on Escape, and follow their type.
const fixed = new Set(["true", "false", "null"]);

function follow(select) {
  const field = select.form.querySelector("textarea.typed");
  field.disabled = fixed.has(select.value);
  field.inputMode = select.value === "number" ? "decimal" : "";
}

function prepare(root) {
  for (const select of root.querySelectorAll('select[name="type"]')) {
    follow(select);
  }
  const form = root.querySelector(":is([data-value-form], [data-tools]):not([data-prepared])");
  const field = form?.querySelector(".name-field, textarea:enabled, select, button:enabled");
  form?.setAttribute("data-prepared", "");
  if (field && !form.contains(document.activeElement)) {
    field.focus();
    field.select?.();
  }
}

document.addEventListener("change", (event) => {
  if (event.target.matches('select[name="type"]')) {
    follow(event.target);
  }
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.("[data-value-form], [data-tools]");
  if (!form || event.isComposing) {
    return;
  }
  if (event.key === "Enter" && form.matches("[data-value-form]") && !event.shiftKey && !event.ctrlKey && !event.metaKey && event.target.matches("textarea, input")) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "Escape") {
    event.preventDefault();
    form.querySelector("[data-cancel]").click();
  }
});

prepare(document);
document.addEventListener("htmx:afterSettle", () => prepare(document));
