// What is not saved yet is kept in this browser, for whoever typed it and for nobody else: a change that was sent and not
// answered, and what stands in an open field. It belongs to its window; when that is gone, the next one of the same draft
// takes it on. Signing out forgets it.
const MOST = 200_000;
const LONGEST = 30 * 24 * 60 * 60 * 1000;
const PREFIX = "redraft kept ";
const name = document.querySelector(".me b")?.textContent ?? "";
const draft = location.pathname.match(/^\/drafts\/[0-9a-f-]{36}/)?.[0] ?? "";
const own = sessionStorage.getItem("redraft window") ?? String(crypto.getRandomValues(new Uint32Array(1))[0]);
sessionStorage.setItem("redraft window", own);
navigator.locks?.request(`redraft window ${own}`, () => new Promise(() => {}));

const place = (kind) => `${PREFIX}${name} ${kind} ${draft} ${own}`;

// Whether it is kept; it is not where it is too large or the browser has no room.
export function keep(kind, what) {
  try {
    const text = JSON.stringify({ at: Date.now(), what });
    if (!draft || !name || text.length > MOST) {
      forget(kind);
      return false;
    }
    localStorage.setItem(place(kind), text);
    return true;
  } catch {
    return false;
  }
}

export function forget(kind) {
  localStorage.removeItem(place(kind));
}

export function recall(kind) {
  try {
    return draft && name ? JSON.parse(localStorage.getItem(place(kind)))?.what ?? null : null;
  } catch {
    return null;
  }
}

const all = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

function isOld(key) {
  try {
    return Date.now() - JSON.parse(localStorage.getItem(key)).at > LONGEST;
  } catch {
    return true;
  }
}

all().filter(isOld).forEach((key) => localStorage.removeItem(key));
document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", () =>
  all().forEach((key) => localStorage.removeItem(key)));

// Done once the windows are known that are open still.
export const ready = (async () => {
  const { held } = (await navigator.locks?.query()) ?? { held: null };
  const isOpen = (other) => held == null || held.some(({ name: lock }) => lock === `redraft window ${other}`);
  for (const key of all()) {
    const [, owner, kind, path, other] = key.slice(PREFIX.length - 1).split(" ");
    if (draft && owner === name && path === draft && other !== own && !isOpen(other)) {
      localStorage.getItem(place(kind)) ?? localStorage.setItem(place(kind), localStorage.getItem(key));
      localStorage.removeItem(key);
    }
  }
})();
