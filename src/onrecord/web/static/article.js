// A click on a field of a card lights its characters in the text; a click in the text lights its card.
"use strict";

const text = document.querySelector(".text");

function lights(piece, key) {
  return piece.dataset.of.split(" ").some((one) => one === key || one.startsWith(key + "."));
}

function light(key, { text: scrollText = false, card: scrollCard = false } = {}) {
  const own = key.split(".")[0];
  let first = null;
  for (const piece of text.querySelectorAll("[data-of]")) {
    const lit = lights(piece, key);
    piece.classList.toggle("lit", lit);
    if (lit && !first) first = piece;
  }
  for (const card of document.querySelectorAll("[data-card]")) {
    card.classList.toggle("lit", card.dataset.card === own);
    if (scrollCard && card.dataset.card === own) card.scrollIntoView({ block: "nearest" });
  }
  if (scrollText && first) first.scrollIntoView({ block: "center" });
}

document.addEventListener("click", (event) => {
  const field = event.target.closest("[data-light]");
  if (field) {
    event.preventDefault();
    history.replaceState(null, "", field.href);
    light(field.dataset.light, { text: true });
    return;
  }
  const number = event.target.closest(".text a.no");
  const piece = event.target.closest("[data-of]");
  if (number) {
    event.preventDefault();
    light(number.hash.slice(1), { card: true });
  } else if (piece && !String(getSelection())) {
    const keys = piece.dataset.of.split(" ").filter((key) => key.startsWith("a"));
    if (keys.length) light(keys[keys.length - 1].split(".")[0], { card: true });
  }
});

document.addEventListener("reached", (event) => {
  const own = event.target.dataset.card;
  if (own) light(own, { text: true });
});
