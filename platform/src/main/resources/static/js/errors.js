/* The summary of errors takes the focus; its links lead into the field, not only to it. */
function focusSummary(root) {
  root.querySelector(".summary[tabindex]")?.focus();
}
focusSummary(document);
document.addEventListener("htmx:load", (event) => focusSummary(event.target));

document.addEventListener("click", (event) => {
  const link = event.target.closest(".summary a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (field) {
    event.preventDefault();
    (field.closest(".field, fieldset") ?? field).scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  }
});
