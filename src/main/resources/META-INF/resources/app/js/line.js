// News over one connection for all windows of this browser: the window that holds the lock has it, and passes on what it
// hears. Where there are no locks (plain HTTP), each window has its own while somebody sees it.
import { listen } from "./stream.js";

const me = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join("");
const channel = new BroadcastChannel("redraft");
const windows = new Map();
const latest = new Map();
let end = new AbortController();
let asked = [];
let state = "connecting";
let isLeading = false;
let wake = () => {};

// What this window shows.
function places() {
  const { configuration, draft } = document.querySelector("[data-configuration]")?.dataset ?? {};
  return [configuration && ["configuration", configuration], draft && ["draft", draft]]
    .filter(Boolean).map(([kind, name]) => `${kind}=${encodeURIComponent(name)}`);
}

function receive({ line, news }) {
  const [kind, detail] = line ? ["line", line] : ["news", news];
  document.dispatchEvent(new CustomEvent(`redraft:${kind}`, { detail }));
}

function pass(message) {
  channel.postMessage(message);
  receive(message);
}

function become(next) {
  state = next;
  pass({ line: state });
}

function hear(event, fields) {
  if (event === "beat") {
    become(fields.hears ? "live" : "reconnecting");
  } else {
    latest.set(fields.draft ?? fields.configuration, { event, ...fields });
    pass({ news: { event, ...fields } });
  }
}

// Whoever wants to know more than what is listened to: ask again, for all. Else tell what is known.
function welcome(name, wanted) {
  windows.set(name, wanted);
  if (!wanted.every((place) => asked.includes(place))) {
    end.abort("more");
  } else if (name !== me) {
    channel.postMessage({ line: state });
    latest.forEach((news) => channel.postMessage({ news }));
  }
}

const pause = (failures) => new Promise((go) => {
  wake = go;
  if (navigator.onLine) {
    setTimeout(go, Math.random() * Math.min(10_000, 250 * 2 ** failures));
  }
});

async function lead() {
  isLeading = true;
  windows.set(me, places());
  channel.postMessage({ who: true });
  for (let failures = 1; isLeading; failures += 1) {
    end = new AbortController();
    asked = [...new Set([...windows.values()].flat())].sort();
    const status = await listen(`/events?${asked.join("&")}`, end, hear);
    if (status === 401) {
      become("signed-out");
      return;
    }
    if (isLeading && end.signal.reason !== "more") {
      failures = state === "live" ? 1 : failures;
      become("reconnecting");
      await pause(failures);
    }
  }
}

function stop() {
  isLeading = false;
  end.abort("gone");
  wake();
  channel.postMessage({ gone: me });
}

channel.addEventListener("message", ({ data }) => {
  if (data.line || data.news) {
    receive(data);
  } else if (data.who) {
    channel.postMessage({ here: me, places: places() });
  } else if (data.here && isLeading) {
    welcome(data.here, data.places);
  } else if (data.gone) {
    windows.delete(data.gone);
  }
});

function begin() {
  if (places().length === 0) {
    return;
  }
  channel.postMessage({ here: me, places: places() });
  if (navigator.locks) {
    navigator.locks.request("redraft-line", lead);
  } else if (document.visibilityState === "visible" && !isLeading) {
    lead();
  }
}

addEventListener("online", () => {
  end.abort("more");
  wake();
});
addEventListener("pagehide", stop);
addEventListener("pageshow", (event) => event.persisted && begin());
document.addEventListener("visibilitychange", () =>
  navigator.locks ? null : document.visibilityState === "visible" ? begin() : stop());
begin();
