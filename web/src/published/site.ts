// SPDX-License-Identifier: Apache-2.0
// The pages of a published site read well without this: it only adds what needs a press, and the search.
import "./site.css";

function offerCopy(button: HTMLButtonElement): void {
  const field = document.getElementById(button.dataset["copy"]!) as HTMLInputElement | HTMLTextAreaElement;
  const [name] = button.childNodes;
  button.hidden = false;
  button.addEventListener("click", () => {
    field.select();
    navigator.clipboard.writeText(field.value).then(
      () => (name!.nodeValue = button.dataset["copied"]!),
      () => (name!.nodeValue = button.dataset["byHand"]!),
    );
  });
}

/** The device's own way to share (Web Share), where it has one. */
function offerShare(button: HTMLButtonElement): void {
  if (navigator.share === undefined) return;
  button.hidden = false;
  const url = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  button.addEventListener("click", () => void navigator.share({ title: button.dataset["share"]!, url }).catch(() => undefined));
}

document.querySelectorAll<HTMLButtonElement>("[data-copy]").forEach(offerCopy);
document.querySelectorAll<HTMLButtonElement>("[data-share]").forEach(offerShare);
const found = document.getElementById("found");
if (found !== null) void import("./search").then(({ search }) => search(found));
