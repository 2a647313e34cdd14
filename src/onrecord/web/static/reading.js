// How far a reading is: the same page again, until it is done.
"use strict";

async function again() {
  const here = document.getElementById("progress");
  if (here.dataset.done === "1") return;
  try {
    const answer = await fetch(here.dataset.again, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.getElementById("progress");
    if (now) here.replaceWith(document.adoptNode(now));
  } finally {
    setTimeout(again, 700);
  }
}

setTimeout(again, 400);
