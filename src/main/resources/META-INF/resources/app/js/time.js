// Moments in the reader's own time: today by the hour, this week by the day.
const day = 24 * 60 * 60 * 1000;
const hour = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: "short", hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });

function words(moment) {
  const away = Math.abs(Date.now() - moment);
  if (away < day && moment.getDate() === new Date().getDate()) {
    return hour.format(moment);
  }
  return (away < 6 * day ? weekday : date).format(moment);
}

function tell(root) {
  for (const time of root.querySelectorAll("time:not([data-told])")) {
    const moment = new Date(time.dateTime);
    time.textContent = words(moment);
    time.title = full.format(moment);
    time.dataset.told = "";
  }
}

tell(document);
document.addEventListener("htmx:afterSettle", () => tell(document));
