// SPDX-License-Identifier: Apache-2.0
// Whether she is seen by night: told by the ground of the stage, whoever chose it.

type Rgb = readonly [number, number, number];

/** "#rgb", "#rrggbb" or "rgb(r, g, b)". */
export function parseColour(text: string): Rgb {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (hex !== undefined) {
    const digits = hex.length === 3 ? [...hex].map((d) => d + d).join("") : hex;
    const n = Number.parseInt(digits, 16);
    return [n >> 16, (n >> 8) & 255, n & 255];
  }
  const [red, green, blue] = text.match(/[\d.]+/g)?.map(Number) ?? [];
  if (red === undefined || green === undefined || blue === undefined) throw new RangeError(`not a colour: "${text}"`);
  return [red, green, blue];
}

/** The luminance as the eye weighs it (Rec. 709, without the curve: enough to tell night from day) is less than half. */
export function isNight(style: { getPropertyValue(name: string): string }): boolean {
  const [r, g, b] = parseColour(style.getPropertyValue("--stage-a"));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 127.5;
}
