// What is being typed stays as it is while the rows around it are drawn again: the form is put back into its place.
const PATIENCE = 5_000; // Parts of a large tree come by requests of their own.
let kept = null;

const isTyped = (form) => [...form.querySelectorAll("textarea, input.typed, .name-field")].some((one) => one.value !== one.defaultValue);

function remember({ detail }) {
  const form = detail.target.querySelector?.("[data-value-form]");
  const isWorthIt = form && (detail.target.id === "grid" || isTyped(form));
  if (isWorthIt && !form.contains(detail.requestConfig.elt)) {
    const active = form.contains(document.activeElement) ? document.activeElement : null;
    kept = { form, active, from: active?.selectionStart, to: active?.selectionEnd, until: Date.now() + PATIENCE };
  }
  const review = detail.target.matches?.("[data-review]") ? detail.target : null;
  if (review) {
    const marked = [...review.querySelectorAll("textarea, input[type=checkbox]")]
      .map(({ name, value, checked, type }) => ({ name, value, checked, type }));
    kept = { marked, active: document.activeElement?.name, from: document.activeElement?.selectionStart };
  }
}

const asks = (pointer, deed) => (link) => {
  const asked = new URL(link.getAttribute("hx-get"), location).searchParams;
  return asked.get("edit") === pointer && (asked.get("deed") ?? "set") === deed;
};

// The link that opens such a form stands where it belongs, or beside.
function put(form) {
  const { path, deed } = Object.fromEntries(new FormData(form));
  const link = [...document.querySelectorAll("#grid a[data-edit]")].find(asks(path, deed));
  const place = deed === "set" ? link?.closest("[data-pointer]")?.querySelector(":scope > .value, :scope > .node-value") : link;
  if (!place) {
    return false;
  }
  deed === "set" ? place.replaceChildren(form) : place.replaceWith(form);
  window.htmx.process(form);
  return true;
}

function focus({ active, from, to }) {
  active?.focus({ preventScroll: true });
  if (active && from != null) {
    active.setSelectionRange?.(from, to);
  }
}

function mark({ marked, active, from }) {
  const review = document.querySelector("[data-review]");
  for (const old of marked) {
    const field = [...review.querySelectorAll(`[name="${old.name}"]`)].find((one) => old.type !== "checkbox" || one.value === old.value);
    if (field && old.type === "checkbox") {
      field.checked = old.checked;
    } else if (field) {
      field.value = old.value;
    }
  }
  focus({ active: active ? review.querySelector(`[name="${active}"]`) : null, from, to: from });
}

function restore() {
  const last = kept;
  kept = null;
  if (last?.marked) {
    mark(last);
  } else if (last && !last.form.isConnected) {
    if (put(last.form)) {
      focus(last);
    } else if (Date.now() < last.until) {
      kept = last;
    }
  }
}

document.addEventListener("htmx:beforeSwap", remember);
document.addEventListener("htmx:afterSettle", restore);
