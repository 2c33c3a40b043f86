import "./theme-switch.js";
import "./time.js";
import "./sending.js";
import "./editing.js";
import "./keys.js";
import "./places.js";

document.documentElement.classList.add("scripted");
