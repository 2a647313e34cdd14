// Keys for every page: / to search, j and k from item to item, Enter to open, g h home. Without them all is links.
"use strict";

const items = () => [...document.querySelectorAll("[data-item]")].filter((one) => one.offsetParent !== null);
let at = -1;

function go(by) {
  const all = items();
  if (!all.length) return;
  at = Math.min(Math.max(at + by, 0), all.length - 1);
  all.forEach((one, i) => one.classList.toggle("at", i === at));
  const link = all[at].querySelector("a[href]");
  if (link) link.focus({ preventScroll: true });
  all[at].scrollIntoView({ block: "nearest" });
  all[at].dispatchEvent(new CustomEvent("reached", { bubbles: true }));
}

let before = "";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target.closest("input, select, textarea");
  if (field) {
    if (event.key === "Escape") field.blur();
    return;
  }
  if (event.key === "/") {
    const box = document.querySelector("input[type=search]");
    if (box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  } else if (event.key === "j" || event.key === "k") {
    go(event.key === "j" ? 1 : -1);
  } else if (event.key === "h" && before === "g") {
    location.assign("/");
  } else {
    const key = `[data-key="${CSS.escape(event.key)}"]`;
    const item = document.querySelector("[data-item].at");
    const button = item ? item.querySelector(key) : document.querySelector(`${key}[data-everywhere]`);
    if (button) button.click();
  }
  before = event.key;
});
