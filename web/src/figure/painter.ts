// SPDX-License-Identifier: Apache-2.0
// Shows her on a canvas: by the graphics card where there is one, else as the core paints her (src/figure/painter.h). The
// canvas stays transparent where she is not, so that the stage shows through.

import type { Core, Looked } from "../core/core";
import { isNight } from "./night";
import { Pace } from "./pace";
import { Resolution } from "./resolution";
import { WebGlPainter } from "./webgl";

/** Degrees that she is turned by hand: `ahead` to her front, `above` upward. */
export interface Turn {
  readonly ahead: number;
  readonly above: number;
}

export const unturned: Turn = { ahead: 0, above: 0 };

export interface PainterOptions {
  /** Whether the mat is drawn. Default true. */
  readonly mat?: boolean;
  /** As in a mirror instead of as she is. Default false. */
  readonly mirror?: boolean;
  /** Whether it paints all the time, so that light that is a little late is no harm. Default false. */
  readonly continuous?: boolean;
}

export interface Painter {
  /** Whether it is time for another picture. */
  due(): boolean;
  /** Paints the last pose of the core. */
  paint(turn?: Turn): void;
  /** CSS pixels of the canvas that the next picture fills. */
  size(): { readonly width: number; readonly height: number };
  /** To be called when the theme has changed; a change of size is seen without being told. */
  restyle(): void;
  /** A graphics card has room for few canvases: this one is given back. */
  end(): void;
}

/** More than this a screen does not show. */
const mostPixelRatio = 2;

interface Backend {
  /** Painted by the processor, which has other things to do. */
  readonly paced: boolean;
  paint(width: number, height: number, looked: Looked): void;
  end(): void;
}

/** The core's own painter. */
function byTheCore(canvas: HTMLCanvasElement, core: Core): Backend {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser has no 2D canvas");
  return {
    paced: true,
    paint: (width, height, looked) => context.putImageData(new ImageData(core.paint(width, height, looked), width, height), 0, 0),
    end: () => undefined,
  };
}

/** Names of what a processor does in a card's stead, slower than the core. Not every browser tells it as a caveat. */
const noCard = /swiftshader|llvmpipe|software|basic render/i;

/** Whether there is a graphics card. Looked for on a canvas of its own: one that was asked for WebGL shows nothing else. */
function hasCard(): boolean {
  const gl = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  if (gl === null) return false;
  const names = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return !noCard.test(name);
}

/** Null where there is no graphics card, unless it is wanted anyway. */
function byTheCard(canvas: HTMLCanvasElement, core: Core, continuous: boolean, anyway: boolean): Backend | null {
  if (!anyway && !hasCard()) return null;
  const gl = canvas.getContext("webgl2", { antialias: true, preserveDrawingBuffer: anyway });
  if (gl === null) return null;
  let painter = new WebGlPainter(gl, continuous);
  canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
  canvas.addEventListener("webglcontextrestored", () => void (painter = new WebGlPainter(gl, continuous)));
  return {
    paced: false,
    paint(width, height, looked) {
      if (!gl.isContextLost()) painter.paint(core, width, height, looked);
    },
    end: () => gl.getExtension("WEBGL_lose_context")?.loseContext(),
  };
}

/** ?painter=core or ?painter=card, for tests and for looking at both. */
function backendFor(canvas: HTMLCanvasElement, core: Core, continuous: boolean): Backend {
  const wanted = new URLSearchParams(globalThis.location?.search).get("painter");
  return (wanted === "core" ? null : byTheCard(canvas, core, continuous, wanted === "card")) ?? byTheCore(canvas, core);
}

export function createPainter(canvas: HTMLCanvasElement, core: Core, { mat = true, mirror = false, continuous = false }: PainterOptions = {}): Painter {
  const backend = backendFor(canvas, core, continuous);
  const resolution = new Resolution();
  const pace = new Pace();
  let night = isNight(getComputedStyle(canvas));
  canvas.style.transform = mirror ? "scaleX(-1)" : "";

  // To ask for it in every frame makes the browser lay the page out when it has not yet.
  let size = { width: canvas.clientWidth, height: canvas.clientHeight };
  const sizes = new ResizeObserver(() => (size = { width: canvas.clientWidth, height: canvas.clientHeight }));
  sizes.observe(canvas);

  const fit = (): void => {
    const ratio = resolution.of(Math.min(globalThis.devicePixelRatio || 1, mostPixelRatio));
    const width = Math.round(size.width * ratio);
    const height = Math.round(size.height * ratio);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
  };

  return {
    due: () => !backend.paced || pace.due(performance.now()),
    paint(turn = unturned) {
      fit();
      const { width, height } = canvas;
      if (width === 0 || height === 0) return;
      const began = performance.now();
      backend.paint(width, height, { night, mat, mirror, ...turn });
      const took = performance.now() - began;
      resolution.took(took);
      pace.took(began, took);
    },
    size: () => size,
    restyle() {
      night = isNight(getComputedStyle(canvas));
    },
    end() {
      sizes.disconnect();
      backend.end();
    },
  };
}
