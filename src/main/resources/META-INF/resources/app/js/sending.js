// What goes along with every request, and what is said when one does not get through.
const bar = () => document.getElementById("draft-bar");

document.addEventListener("htmx:configRequest", (event) => {
  const { headers, parameters, verb, elt } = event.detail;
  headers["X-CSRF-Token"] = document.querySelector('meta[name="csrf-token"]').content;
  if (verb === "post" && bar()?.dataset.stamp) {
    // Rows keep the stamp they came with; the bar has the newest.
    parameters.stamp = bar().dataset.stamp;
  }
  if (elt.closest("[data-grid-form]")) {
    parameters.shown = document.querySelectorAll("#grid tbody.entry").length;
  }
});

function say(sentence, retry) {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.append(sentence);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = retry ? "Try again" : "Close";
  button.addEventListener("click", () => {
    toast.remove();
    retry?.();
  });
  toast.append(button);
  document.getElementById("toasts").replaceChildren(toast);
}

function notSaved() {
  const saved = document.querySelector("[data-saved]");
  if (saved) {
    saved.textContent = "Not saved";
    saved.classList.add("failed");
  }
}

const isChange = (event) => event.detail.requestConfig?.verb === "post";

for (const failure of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, (event) => {
    if (isChange(event)) {
      notSaved();
    }
    const form = event.detail.elt;
    say("The server cannot be reached. What you typed is still here.", () =>
      form.isConnected && form.requestSubmit ? form.requestSubmit() : location.reload());
  });
}

document.addEventListener("htmx:responseError", (event) => {
  if (isChange(event)) {
    notSaved();
  }
  let sentence = "That did not work. Nothing was changed.";
  try {
    sentence = JSON.parse(event.detail.xhr.responseText).detail ?? sentence;
  } catch {
    // A page, not a problem: the sentence above is all there is to say.
  }
  say(sentence);
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && isChange(event)) {
    document.getElementById("toasts").replaceChildren();
    window.htmx.trigger(document.body, "steps");
  }
});

const connection = document.querySelector("[data-connection]");
const tellConnection = () => (connection.hidden = navigator.onLine);
addEventListener("online", tellConnection);
addEventListener("offline", tellConnection);
tellConnection();
