import "./theme-switch.js";
import "./time.js";
import "./moments.js";
import "./turns.js";
import "./sending.js";
import "./editing.js";
import "./keys.js";
import "./places.js";
import "./typing.js";
import "./deeds.js";
import "./update.js";
import "./saving.js";
import "./unsaved.js";
import "./line.js";
import "./news.js";

document.documentElement.classList.add("scripted");
