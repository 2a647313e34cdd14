// Files dropped anywhere on the page go into the form, which is then sent.
"use strict";

const form = document.querySelector("[data-drop]");
document.documentElement.classList.add("scripts");

for (const kind of ["dragover", "drop"]) {
  document.addEventListener(kind, (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("over", kind === "dragover");
    if (kind === "drop" && event.dataTransfer.files.length) {
      form.querySelector("input[type=file]").files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
}
document.addEventListener("dragleave", () => form.classList.remove("over"));
