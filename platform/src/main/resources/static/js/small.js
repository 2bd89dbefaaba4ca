/* Copy, print, back, show a password, a form that is sent once. */
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-print], [data-back], [data-show], [data-dismiss]");
  if (!button) return;
  if (button.hasAttribute("data-print")) window.print();
  if (button.hasAttribute("data-back") && history.length > 1) {
    event.preventDefault();
    history.back();
  }
  if (button.hasAttribute("data-dismiss")) button.closest(".notice").remove();
  if (button.dataset.show) toggle(button);
  if (button.dataset.copy) await copy(button);
});

function toggle(button) {
  const field = document.getElementById(button.dataset.show);
  const shown = field.type === "password";
  field.type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", shown);
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.classList.add("copied");
  setTimeout(() => button.classList.remove("copied"), 2000);
}

/* Twice pressed is once sent. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("data-again")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 8000);
});
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

/* htmx sends the CSRF token that stands in the page. */
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("input[name='_csrf']");
  if (token && event.detail.verb !== "get") event.detail.headers["X-CSRF-Token"] = token.value;
});
