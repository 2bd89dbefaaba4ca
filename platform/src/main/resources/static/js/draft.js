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
    if (!toggles || field.checked) draft.push([field.name, field.value, given(field)]);
  }
  write(PREFIX + form.dataset.draft, JSON.stringify(draft));
}

function restore(form) {
  const kept = read(PREFIX + form.dataset.draft);
  // What the server sent back after an error is newer than the draft.
  if (!kept || form.hasAttribute("data-answered")) return;
  for (const field of form.elements) {
    if (!keeps(field)) continue;
    const drafts = kept.filter(([name]) => name === field.name);
    if (field.type === "checkbox" || field.type === "radio") field.checked = drafts.some(([, value]) => value === field.value);
    // What was typed over a value of the server goes before that value, not before a newer one.
    else if (drafts.length && (!field.value || field.value === drafts[0][2])) field.value = drafts[0][1];
  }
}

/* What the server had filled in. */
function given(field) {
  return field.options ? [...field.options].find((option) => option.defaultSelected)?.value ?? "" : field.defaultValue;
}

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.dataset.draft) save(form);
});

/* A page that says data-draft-done="name" was reached by sending that form. Drafts of someone who is
 * signed in are kept under the name and the account, so that nobody else in this tab sees them. */
document.querySelectorAll("[data-draft-done]").forEach((mark) => {
  const name = PREFIX + mark.dataset.draftDone;
  try {
    Object.keys(sessionStorage)
      .filter((key) => key === name || key.startsWith(name + "@"))
      .forEach((key) => sessionStorage.removeItem(key));
  } catch { /* no storage */ }
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
