// What goes along with every request, and what is said when one does not get through.
const bar = () => document.getElementById("draft-bar");

// One key per gesture: the same form with the same content that is sent again, since nobody knows whether it arrived,
// asks for the same change and not for a second one.
const gestures = new WeakMap();
const addedByPages = new Set(["csrf", "stamp", "shown"]);

function keyOf(element, formData) {
  const asked = JSON.stringify([...formData].filter(([name]) => !addedByPages.has(name))
    .map(([name, value]) => [name, value instanceof File ? [value.name, value.size, value.lastModified] : value])
    .sort(([one], [other]) => (one < other ? -1 : Number(one > other))));
  if (gestures.get(element)?.asked !== asked) {
    const random = crypto.getRandomValues(new Uint8Array(16));
    gestures.set(element, { asked, key: Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("") });
  }
  return gestures.get(element).key;
}

// What was asked for under a key, and is asked for again by another element or another page.
export const gesture = (element) => gestures.get(element);
export const adopt = (element, gesture) => gestures.set(element, gesture);

// A problem that is told to programs is no part of a page.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!detail.xhr.getResponseHeader("Content-Type")?.startsWith("text/html")) {
    detail.shouldSwap = false;
    detail.isError = detail.xhr.status >= 400;
  }
});

// Lost on the way, still at it, or the database away: nobody knows yet what became of it. Or it came too soon.
export const isUndecided = ({ status, responseText }) =>
  status === 0 || status === 429 || status === 503 || (status === 409 && responseText.includes("urn:redraft:problem:in-progress"));

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.xhr && !isUndecided(event.detail.xhr)) {
    gestures.delete(event.detail.elt);
  }
});

document.addEventListener("htmx:configRequest", (event) => {
  const { headers, parameters, verb, elt, formData } = event.detail;
  headers["X-CSRF-Token"] = document.querySelector('meta[name="csrf-token"]').content;
  if (verb !== "get") {
    headers["Idempotency-Key"] = keyOf(elt, formData);
  }
  if (verb === "post" && bar()?.dataset.stamp) {
    // Rows keep the stamp they came with; the bar has the newest.
    parameters.stamp = bar().dataset.stamp;
  }
  if (elt.closest("[data-grid-form]")) {
    parameters.shown = document.querySelectorAll("#grid tbody.entry").length;
  }
});

// Forms that a browser sends by itself stay on the page for a while, too.
document.addEventListener("submit", (event) => {
  const stamp = event.target.elements.namedItem("stamp");
  if (stamp && bar()?.dataset.stamp) {
    stamp.value = bar().dataset.stamp;
  }
}, true);

export function toast(sentence, retry) {
  const box = document.createElement("div");
  box.className = "toast";
  box.append(sentence);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = retry ? "Try again" : "Close";
  button.addEventListener("click", () => {
    box.remove();
    retry?.();
  });
  box.append(button);
  document.getElementById("toasts").replaceChildren(box);
}

document.addEventListener("htmx:responseError", (event) => {
  let sentence = "That did not work. Nothing was changed.";
  try {
    sentence = JSON.parse(event.detail.xhr.responseText).detail ?? sentence;
  } catch {
    // A page, not a problem: the sentence above is all there is to say.
  }
  toast(sentence);
});

for (const failure of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, (event) => {
    const form = event.detail.elt;
    if (event.detail.requestConfig?.verb === "get") {
      toast("The server cannot be reached.");
    } else if (!form.closest("[data-turns]")) {
      toast("The server cannot be reached. What you typed is still here.", () => form.isConnected && form.requestSubmit?.());
    }
  });
}

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && event.detail.requestConfig.verb === "post") {
    document.getElementById("toasts").replaceChildren();
    if (event.detail.target?.id !== "steps-list") {
      window.htmx.trigger(document.body, "steps"); // Else they came already, with what is to be said of one.
    }
  }
});

