// What a window does with news: it compares them with what it shows, so that what comes twice or late does no harm.
import { inTurn } from "./turns.js";
import { banner, unbanner } from "./banner.js";
import { say } from "./saying.js";

const shown = () => document.querySelector("[data-configuration]");
const count = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;

function tellOthers(editing) {
  const chip = document.getElementById("others");
  if (chip) {
    chip.hidden = editing.length === 0;
    chip.textContent = `${chip.dataset.words} ${editing.join(", ")}`;
  }
}

// Asked for in turn: what this window did itself is no news by then.
function redraw() {
  window.htmx.trigger("[data-redraw]", "redraw");
  window.htmx.trigger(document.body, "steps");
}

// A draft that came to its end has no such page any more; what it came to is told beside.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const isGone = !detail.serverResponse.includes(`id="${detail.target.id}"`);
  if (detail.requestConfig.elt.matches?.("[data-redraw]") && isGone) {
    detail.shouldSwap = false;
  }
});

// Whoever leaves does not need to be told what they leave for.
let isLeaving = false;
addEventListener("beforeunload", () => {
  isLeaving = true;
  setTimeout(() => (isLeaving = false), 10_000);
});

// A review is drawn again and says it in its place; of a draft that ended there is more to say than that.
function tellLive(sentence, way) {
  if (document.querySelector("[data-review]")) {
    say(sentence);
  } else if (!document.querySelector('[data-banner="draft"]')) {
    banner("live", sentence, { ...way, Close: null });
  }
}

function live({ version, author, changes, editing }) {
  tellOthers(editing);
  const isNew = () => version > Number(shown().dataset.live);
  inTurn(() => {
    if (!isNew()) {
      return;
    }
    const who = author === document.querySelector(".me b")?.textContent ? "You" : author;
    const sentence = `${who} committed v${version}: ${count(changes, "change")}.`;
    const { way, to } = shown().dataset;
    tellLive(sentence, to && { [way.replace("#", version)]: to });
    shown().querySelectorAll("[data-live-version]").forEach((one) => (one.textContent = `live is v${version}`));
    shown().dataset.live = version;
    if (document.querySelector("[data-review]")) {
      redraw();
    }
  });
}

const ends = {
  ACTIVE: ({ version }) => `This draft was committed as v${version} in another window.`,
  RETIRED: ({ version }) => `This draft was committed as v${version} in another window.`,
  CANCELLED: () => "This draft was cancelled in another window.",
  ABANDONED: () => "This draft was abandoned.",
  PURGED: () => "This draft was deleted for good.",
  NOT_YOURS: () => "An administrator took over this draft. It is not yours any more.",
};

function draft(news) {
  inTurn(() => {
    if (news.state !== "DRAFT") {
      unbanner("live");
      banner("draft", ends[news.state](news), { "Go there": ["NOT_YOURS", "PURGED"].includes(news.state) ? "/drafts" : `/drafts/${news.draft}` });
    } else if (news.stamp > Number(shown().dataset.stamp) && document.querySelector("[data-redraw]")) {
      redraw();
    } else if (news.stamp > Number(shown().dataset.stamp)) {
      banner("draft", "This draft was changed in another window.", { "Look again": location.href });
    }
  });
}

document.addEventListener("redraft:news", ({ detail }) => {
  const page = shown()?.dataset;
  if (isLeaving) {
    return;
  }
  if (detail.event === "live" && detail.configuration === page?.configuration) {
    live(detail);
  } else if (detail.event === "draft" && detail.draft === page?.draft) {
    draft(detail);
  }
});

const words = { live: "Live", connecting: "Connecting…", reconnecting: "Reconnecting…", offline: "Offline", "signed-out": "Signed out" };
const told = { live: "Connected again.", reconnecting: "The connection is lost. It is tried again.", offline: "You are offline.", "signed-out": "You are signed out." };
const lamp = document.querySelector("[data-connection]");
let line = null;
let announced = "live";
let timer = null;
let next = "live";

// What lasts but a moment is not worth a word.
function announce(state) {
  if (state === next) {
    return;
  }
  next = state;
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (state !== announced && told[state]) {
      announced = state;
      say(told[state]);
    }
  }, state === "live" ? 0 : 1_500);
}

function tellConnection() {
  const state = navigator.onLine ? line : "offline";
  lamp.hidden = state == null;
  lamp.dataset.state = state ?? "";
  lamp.textContent = words[state] ?? "";
  if (state) {
    announce(state);
  }
}

document.addEventListener("redraft:line", ({ detail }) => {
  if (detail === "signed-out" && line !== detail) {
    const to = encodeURIComponent(location.pathname + location.search);
    banner("sign-in", "You are signed out. What you typed is kept here.", { "Sign in": `/sign-in?to=${to}` });
  }
  if (detail === "live") {
    unbanner("sign-in");
  }
  line = detail;
  tellConnection();
});
addEventListener("online", tellConnection);
addEventListener("offline", tellConnection);
tellConnection();
