/*
 * <button data-open="id"> opens the <dialog id>, <button data-close> closes the one it is in.
 * The browser gives the focus back to where it was. A click beside the dialog closes it unless it
 * says data-modal="firm": then only its own buttons do.
 */
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset.open);
    if (dialog && !dialog.open) {
      event.preventDefault();
      open(dialog, opener);
    }
    return;
  }
  if (event.target.closest("[data-close]")) {
    event.target.closest("dialog")?.close();
    return;
  }
  if (event.target instanceof HTMLDialogElement && !firm(event.target) && beside(event)) {
    event.target.close();
  }
});

document.addEventListener("cancel", (event) => {
  if (event.target instanceof HTMLDialogElement && firm(event.target)) event.preventDefault();
}, true);

/* A dialog that came with the page, say with errors in it, is shown as one. */
export function openWanted(root) {
  root.querySelectorAll("dialog[data-now]").forEach((dialog) => {
    if (!dialog.open) open(dialog, document.querySelector(`[data-open="${dialog.id}"]`));
  });
}
openWanted(document);
document.addEventListener("htmx:load", (event) => openWanted(event.target));

function open(dialog, opener) {
  dialog.addEventListener("close", () => opener?.focus(), { once: true });
  dialog.showModal();
  dialog.querySelector("[autofocus], .summary")?.focus();
}

function firm(dialog) {
  return dialog.dataset.modal === "firm";
}

function beside(event) {
  const box = event.target.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right
    || event.clientY < box.top || event.clientY > box.bottom;
}
