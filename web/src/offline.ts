// SPDX-License-Identifier: Apache-2.0
// The page without a network: registers the service worker, and says what has become of it.
import { signal } from "@preact/signals";

/** Whether the page works without a network: not known yet, ready just now, or no room for it. */
export const offline = signal<"unknown" | "ready" | "full">("unknown");

/** A newer version that waits for her to ask for it; null for none. */
export const newer = signal<ServiceWorker | null>(null);

function follow(worker: ServiceWorker, isFirst: boolean): void {
  worker.addEventListener("statechange", () => {
    if (worker.state === "redundant" && isFirst) offline.value = "full";
    if (worker.state === "activated" && isFirst) offline.value = "ready";
    if (worker.state === "installed" && !isFirst) newer.value = worker;
  });
}

/** To be called once the page is there: taking files in must not keep her waiting. */
export async function workOffline(): Promise<void> {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined || !window.isSecureContext) return;
  const registration = await serviceWorker.register("worker.js", { updateViaCache: "none" });
  if (registration.waiting !== null && serviceWorker.controller !== null) newer.value = registration.waiting;
  const found = (): void => {
    if (registration.installing !== null) follow(registration.installing, registration.active === null);
  };
  found();
  registration.addEventListener("updatefound", found);
}

/** The newer version, in this window; others go on with what they have until they are loaded again. */
export function takeNewer(): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  newer.value?.postMessage("take over");
}
