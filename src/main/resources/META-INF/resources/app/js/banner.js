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

// The ways on are addresses or deeds, each with its words.
export function banner(kind, sentence, ways) {
  const box = document.createElement("section");
  box.className = "notice banner";
  box.dataset.banner = kind;
  box.append(sentence);
  for (const [words, way] of Object.entries(ways)) {
    if (typeof way === "string") {
      box.append(Object.assign(document.createElement("a"), { href: way, className: "button small", textContent: words }));
    } else {
      box.append(button(words, way, box));
    }
  }
  document.querySelector(`[data-banner="${kind}"]`)?.remove();
  document.getElementById("news").append(box);
  say(sentence);
}

export const unbanner = (kind) => document.querySelector(`[data-banner="${kind}"]`)?.remove();
