/* Shows an administrator's account, id@group, while its parts are typed. */
document.addEventListener("input", (event) => {
  if (!event.target.dataset.accountPart) return;
  const form = event.target.form;
  const part = (name) => form.querySelector(`[data-account-part="${name}"]`).value.trim() || "…";
  form.querySelector("[data-account]").value = `${part("id")}@${part("name")}`;
  if (event.target.dataset.accountPart === "name") form.querySelector("#name-check").replaceChildren();
});
