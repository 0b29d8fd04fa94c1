// SPDX-License-Identifier: Apache-2.0
// She is turned by hand: a finger or a mouse drags her around, the arrow keys turn her while she has the focus; Home or
// a double press brings her back.
import type { Turn } from "./painter";
import { unturned } from "./painter";

const degreesAPixel = 0.4;
const degreesAKey = 6;
const mostAbove = 75;

const keys: Readonly<Record<string, Turn>> = {
  ArrowLeft: { ahead: -degreesAKey, above: 0 },
  ArrowRight: { ahead: degreesAKey, above: 0 },
  ArrowUp: { ahead: 0, above: degreesAKey },
  ArrowDown: { ahead: 0, above: -degreesAKey },
};

/** Turned farther, all the way around and back to where it began, and up or down as far as she can be seen. */
export const turned = (turn: Turn, by: Turn): Turn => ({
  ahead: ((((turn.ahead + by.ahead + 180) % 360) + 360) % 360) - 180,
  above: Math.min(mostAbove, Math.max(-mostAbove, turn.above + by.above)),
});

export interface Turning {
  readonly turn: () => Turn;
  end(): void;
}

/** `mirror`: the picture is turned left to right, so her hand goes the other way around her. `changed` is called when she was turned. */
export function turning(element: HTMLElement, mirror: boolean, changed: () => void): Turning {
  const way = mirror ? -1 : 1;
  let turn = unturned;
  const set = (next: Turn): void => {
    turn = next;
    changed();
  };
  const handlers = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(name: K, handle: (event: HTMLElementEventMap[K]) => void): void =>
    element.addEventListener(name, handle, { signal: handlers.signal });

  on("pointerdown", (event) => {
    if (event.isPrimary && event.button === 0) element.setPointerCapture(event.pointerId);
  });
  on("pointermove", (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    set(turned(turn, { ahead: -event.movementX * degreesAPixel * way, above: event.movementY * degreesAPixel }));
  });
  on("dblclick", () => set(unturned));
  on("keydown", (event) => {
    const by = keys[event.key];
    if (by !== undefined) set(turned(turn, { ahead: by.ahead * way, above: by.above }));
    else if (event.key === "Home") set(unturned);
    else return;
    event.preventDefault();
  });
  return { turn: () => turn, end: () => handlers.abort() };
}
