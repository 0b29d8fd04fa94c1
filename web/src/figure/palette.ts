// SPDX-License-Identifier: Apache-2.0
// The colours of the figure, from the tokens of the look (tokens.css).

export type Rgb = readonly [number, number, number];

export interface Palette {
  /** The stage is dark: the body is mist there, and deep glass by day. */
  readonly night: boolean;
  readonly bodyTop: Rgb;
  readonly bodyMiddle: Rgb;
  readonly bodyLow: Rgb;
  readonly glow: Rgb;
  readonly spine: Rgb;
  readonly mat: Rgb;
  readonly matEdge: Rgb;
  /** How much the glass of the body hides, 0 to 1. */
  readonly density: number;
}

/** "#rgb", "#rrggbb" or "rgb(r, g, b)". */
export function parseColour(text: string): Rgb {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex !== undefined) {
    const digits = hex.length === 3 ? [...hex].map((d) => d + d).join("") : hex;
    const n = Number.parseInt(digits, 16);
    return [n >> 16, (n >> 8) & 255, n & 255];
  }
  const numbers = text.match(/[\d.]+/g)?.map(Number) ?? [];
  const [red, green, blue] = numbers;
  if (red === undefined || green === undefined || blue === undefined) throw new RangeError(`not a colour: "${text}"`);
  return [red, green, blue];
}

export const css = ([r, g, b]: Rgb, alpha = 1): string => `rgba(${Math.round(r)}, ${Math.round(g)}, ${Math.round(b)}, ${alpha})`;

export const mix = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** The luminance as the eye weighs it, 0 to 1 (Rec. 709, without the curve: enough to tell night from day). */
const brightness = ([r, g, b]: Rgb): number => (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;

export function paletteOf(style: { getPropertyValue(name: string): string }): Palette {
  const colour = (name: string): Rgb => parseColour(style.getPropertyValue(name));
  return {
    night: brightness(colour("--stage-a")) < 0.5,
    bodyTop: colour("--body-a"),
    bodyMiddle: colour("--body-b"),
    bodyLow: colour("--body-c"),
    glow: colour("--glow"),
    spine: colour("--spine"),
    mat: colour("--line"),
    matEdge: colour("--line-strong"),
    density: Number(style.getPropertyValue("--body-alpha")) || 0.62,
  };
}
