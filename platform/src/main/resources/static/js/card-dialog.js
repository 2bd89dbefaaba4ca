/*
 * The acquirer's card form in its frame. The page never sees a card: it hears from the frame how
 * tall it is and how far the visitor got, and then has the server ask the acquirer what came of it.
 */
const OVER = ["completed", "failed", "abandoned"];
const SILENCE = 12_000;
const TALLEST = 900;

addEventListener("message", (event) => {
  const frame = document.querySelector("[data-card-frame]");
  if (!frame || event.source !== frame.contentWindow || event.origin !== frame.dataset.origin) return;
  const said = event.data;
  if (said?.type !== "keiyaku-card" || said.session !== frame.dataset.session) return;
  heard(frame);
  if (Number.isFinite(said.height)) frame.height = Math.min(Math.max(said.height, 160), TALLEST);
  if (said.status === "challenge") {
    part(frame, "[data-card-intro]").hidden = true;
    part(frame, "[data-card-challenge]").hidden = false;
  }
  if (OVER.includes(said.status)) part(frame, "[data-card-done]").requestSubmit();
});

function part(frame, selector) {
  return frame.closest("dialog").querySelector(selector);
}

/* A frame that says nothing was blocked: by an extension, a filter on the way, or a lost line. */
function heard(frame) {
  frame.dataset.heard = "";
  part(frame, "[data-card-blocked]").hidden = true;
}

function watch(root) {
  root.querySelectorAll("[data-card-frame]").forEach((frame) => {
    setTimeout(() => {
      if (frame.isConnected && !("heard" in frame.dataset)) {
        part(frame, "[data-card-blocked]").hidden = false;
      }
    }, SILENCE);
    const dialog = frame.closest("dialog");
    dialog.addEventListener("close", () => dialog.parentElement.remove());
  });
}
watch(document);
document.addEventListener("htmx:load", (event) => watch(event.target));
