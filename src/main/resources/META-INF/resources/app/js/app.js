import "./theme-switch.js";
import "./time.js";
import "./moments.js";
import "./turns.js";
import "./sending.js";
import "./editing.js";
import "./keys.js";
import "./places.js";
import "./deeds.js";
import "./update.js";

document.documentElement.classList.add("scripted");
