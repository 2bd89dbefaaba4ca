/*
 * Inside [data-browser-check] stand the sentences for what may be blocked: [data-blocked="script"]
 * is shown from the start and hidden by the first line that runs; cookies and popups are tried.
 * What needs all of it ([data-needs-browser]) is enabled when nothing is blocked (P-6).
 */
function cookiesWork() {
  document.cookie = "check=1; SameSite=Lax; path=/";
  const works = document.cookie.includes("check=1");
  document.cookie = "check=; Max-Age=0; path=/";
  return works;
}

function framesWork() {
  return "HTMLDialogElement" in window && "sessionStorage" in window && storageWorks();
}

function storageWorks() {
  try {
    sessionStorage.setItem("check", "1");
    sessionStorage.removeItem("check");
    return true;
  } catch {
    return false;
  }
}

/* A popup can be tried only while a click is handled; until one was tried it counts as allowed. */
export function tryPopup() {
  const popup = window.open("", "_blank", "popup,width=100,height=100");
  popup?.close();
  return popup !== null;
}

document.querySelectorAll("[data-browser-check]").forEach((box) => {
  const blocked = { script: false, cookie: !cookiesWork(), popup: !framesWork() };
  box.querySelectorAll("[data-blocked]").forEach((sentence) => {
    sentence.hidden = !blocked[sentence.dataset.blocked];
  });
  const fine = !Object.values(blocked).includes(true);
  box.hidden = fine;
  document.querySelectorAll("[data-needs-browser]").forEach((button) => {
    button.disabled = !fine;
  });
});
