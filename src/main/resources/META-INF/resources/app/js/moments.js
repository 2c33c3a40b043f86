// A moment that is typed is one of the reader's own time; it is sent as what it is everywhere.
for (const form of document.querySelectorAll("form[data-moment]")) {
  form.querySelector("[data-zone]").textContent = `In your time (${Intl.DateTimeFormat().resolvedOptions().timeZone}).`;
  form.addEventListener("formdata", (event) => {
    const typed = event.formData.get("at");
    if (typed) {
      event.formData.set("at", new Date(typed).toISOString());
    }
  });
}
