// SPDX-License-Identifier: Apache-2.0
// Where the figure stands on the canvas. The frame depends on the canvas and on the camera's elevation only, never on the
// pose, so nothing shifts while she moves.

/** Metres of the room, for a woman of 1.735 m: enough for every posture, from sitting tall to reaching long. */
const side = { left: -0.93, right: 0.61, low: -0.09, high: 1.17 };
/** From above, with a little mat behind her feet and before her hands. */
const above = { low: -0.92, high: 0.62 };

export interface Frame {
  /** Pixels a metre. */
  readonly scale: number;
  /** Where (0, 0) of the picture lies, pixels. */
  readonly x: number;
  readonly y: number;
  /** From here down the picture fades out, because it does not fit; the height of the canvas where it does. */
  readonly fadesFrom: number;
}

export function frameOf(width: number, height: number, elevation: number): Frame {
  const scale = Math.min(width / (side.right - side.left), height / (side.high - side.low));
  const middle = width / 2;
  const fromSide = { x: middle - (scale * (side.left + side.right)) / 2, y: height + scale * side.low };

  const whole = scale * (above.high - above.low);
  const spare = Math.max(0, height - whole);
  const fromAbove = { x: middle, y: spare / 2 + scale * above.high };

  const between = (a: number, b: number): number => a + (b - a) * elevation;
  const fits = height >= whole;
  return {
    scale,
    x: between(fromSide.x, fromAbove.x),
    y: between(fromSide.y, fromAbove.y),
    fadesFrom: fits ? height : between(height, height * 0.8),
  };
}

export type Point = readonly [number, number];

const sideYaw = (8 * Math.PI) / 180;

/** A place in the room on the picture, metres: the camera's glide of src/figure/plane.cpp. */
export function project(x: number, y: number, z: number, elevation: number): Point {
  const yaw = sideYaw * (1 - elevation);
  const forward = Math.cos(yaw) * x + Math.sin(yaw) * y;
  const rightward = Math.sin(yaw) * x - Math.cos(yaw) * y;
  const turn = (elevation * 2 * Math.PI) / 3;
  const stays = (1 + 2 * Math.cos(turn)) / 3;
  const even = (1 - Math.cos(turn)) / 3;
  const odd = Math.sin(turn) / Math.sqrt(3);
  const ahead = even + odd;
  const behind = even - odd;
  return [stays * forward + ahead * rightward + behind * z, ahead * forward + behind * rightward + stays * z];
}
