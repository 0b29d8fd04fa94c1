// SPDX-License-Identifier: Apache-2.0
// Twenty times a second, also where nobody looks: a browser slows the timers of a hidden page down, but not a worker's.

/** Calls `tick` until the function that it gives is called. */
export function everyTick(tick: () => void): () => void {
  if (typeof Worker === "undefined") {
    const timer = setInterval(tick, 50);
    return () => clearInterval(timer);
  }
  const worker = new Worker(new URL("./ticker.ts", import.meta.url), { type: "module" });
  worker.onmessage = tick;
  // Until it has begun, and where it never does, the page's own timer ticks.
  const timer = setInterval(tick, 50);
  worker.addEventListener("message", () => clearInterval(timer), { once: true });
  return () => {
    clearInterval(timer);
    worker.terminate();
  };
}
