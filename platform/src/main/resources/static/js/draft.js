/*
 * <form data-draft="name"> keeps what is typed in this tab until it was sent and accepted, so that a
 * reload or a lost session costs nothing. Never kept: passwords, files, hidden fields, fields that
 * say autocomplete="off" or cc-*, and whatever looks like a card number.
 */
const PREFIX = "draft:";

function keeps(field) {
  return field.name && !["password", "file", "hidden", "submit", "button"].includes(field.type)
    && !/^(off|one-time-code|cc-|current-password|new-password)/.test(field.autocomplete ?? "")
    && !/\d{13,19}/.test(field.value.normalize("NFKC").replace(/[\s.\-]/g, ""));
}

function save(form) {
  const draft = [];
  for (const field of form.elements) {
    if (!keeps(field)) continue;
    const toggles = field.type === "checkbox" || field.type === "radio";
    if (!toggles || field.checked) draft.push([field.name, field.value]);
  }
  write(PREFIX + form.dataset.draft, JSON.stringify(draft));
}

function restore(form) {
  const kept = read(PREFIX + form.dataset.draft);
  // What the server sent back after an error is newer than the draft.
  if (!kept || form.hasAttribute("data-answered")) return;
  for (const field of form.elements) {
    if (!keeps(field)) continue;
    const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else if (values.length && !field.value) field.value = values[0];
  }
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.dataset.draft) save(form);
});

/* A page that says data-draft-done="name" was reached by sending that form. */
document.querySelectorAll("[data-draft-done]").forEach((mark) => {
  try { sessionStorage.removeItem(PREFIX + mark.dataset.draftDone); } catch { /* no storage */ }
});
document.querySelectorAll("form[data-draft]").forEach(restore);
document.addEventListener("htmx:load", (event) => {
  event.target.querySelectorAll?.("form[data-draft]").forEach(restore);
});

function write(key, value) {
  try { sessionStorage.setItem(key, value); } catch { /* storage is off: nothing is kept */ }
}

function read(key) {
  try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
}
