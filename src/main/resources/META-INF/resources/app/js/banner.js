// A strip beside what is there, so that nothing moves under a hand or an eye.
import { say } from "./saying.js";

function button(text, deed, box) {
  const one = document.createElement("button");
  Object.assign(one, { type: "button", className: "button small", textContent: text });
  one.addEventListener("click", () => {
    box.remove();
    deed?.();
  });
  return one;
}

// The ways on are addresses, links or deeds, each with its words.
export function banner(kind, sentence, ways) {
  const box = document.createElement("section");
  box.className = "notice banner";
  box.dataset.banner = kind;
  box.append(sentence);
  for (const [words, way] of Object.entries(ways)) {
    const link = typeof way === "string" ? { href: way } : way;
    box.append(typeof way === "function" || way == null ? button(words, way, box)
      : Object.assign(document.createElement("a"), { ...link, className: "button small", textContent: words }));
  }
  document.querySelector(`[data-banner="${kind}"]`)?.remove();
  document.getElementById("news").append(box);
  say(sentence);
}

export const unbanner = (kind) => document.querySelector(`[data-banner="${kind}"]`)?.remove();
