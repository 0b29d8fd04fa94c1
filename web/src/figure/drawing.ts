// SPDX-License-Identifier: Apache-2.0
// The drawing of the body as the core hands it over: an array of floats (src/wasm/core.h, supple_draw), told apart here.
// Metres; x to the right, y up.

/** The layers of src/figure/figure.h, in its order. */
export const layers = ["farLimbs", "body", "nearArm", "face", "hair", "ghost"] as const;
export type Layer = (typeof layers)[number];

/** x, y, x, y, … */
export type Dots = Float32Array;

export interface Outline {
  readonly layer: Layer;
  readonly dots: Dots;
}

export interface Vertebra {
  readonly x: number;
  readonly y: number;
  /** Of its axis against the picture's x, radians; it points toward the head. */
  readonly angle: number;
  readonly length: number;
  readonly width: number;
  /** 0 dim to 1. */
  readonly light: number;
}

export interface Drawing {
  /** Of the camera: 0 from the side, 1 from above. */
  readonly elevation: number;
  /** 0 empty, 1 full. */
  readonly breath: number;
  readonly outlines: readonly Outline[];
  readonly vertebrae: readonly Vertebra[];
  readonly sacrum: Dots;
  readonly spine: Dots;
}

/** Reads the layout; throws a RangeError if the floats do not have it. */
export function decode(floats: Float32Array): Drawing {
  const size = floats[0] ?? 0;
  if (size > floats.length) throw new RangeError(`a drawing of ${size} floats in an array of ${floats.length}`);
  let at = 0;
  const next = (): number => {
    const value = at < size ? floats[at] : undefined;
    if (value === undefined) throw new RangeError(`a drawing that ends at float ${at}`);
    at += 1;
    return value;
  };
  const dots = (): Dots => {
    const begin = at + 1;
    const end = begin + 2 * next();
    if (end > size) throw new RangeError(`dots that end at float ${end} of ${size}`);
    at = end;
    return floats.subarray(begin, end);
  };
  const outline = (): Outline => {
    const layer = layers[next()];
    if (layer === undefined) throw new RangeError(`an outline of no layer before float ${at}`);
    return { layer, dots: dots() };
  };
  const vertebra = (): Vertebra => ({ x: next(), y: next(), angle: next(), length: next(), width: next(), light: next() });

  next();
  const elevation = next();
  const breath = next();
  const outlines = Array.from({ length: next() }, outline);
  const vertebrae = Array.from({ length: next() }, vertebra);
  return { elevation, breath, outlines, vertebrae, sacrum: dots(), spine: dots() };
}
