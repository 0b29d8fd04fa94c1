// SPDX-License-Identifier: Apache-2.0
// Paints the body on a canvas: glass, with light where the spine is. It knows nothing of poses; it fills the outlines and
// lights of a drawing, in the colours of the page's tokens. The canvas stays transparent where she is not, so that the
// stage shows through.

import { decode, type Dots, type Drawing, type Layer, type Vertebra } from "./drawing";
import { type Frame, frameOf, project } from "./framing";
import { css, mix, type Palette, paletteOf } from "./palette";

export interface PainterOptions {
  /** Canvas pixels a CSS pixel are held to this, for slow machines. Default 2. */
  readonly mostPixelRatio?: number;
  /** Whether the mat is drawn. Default true. */
  readonly mat?: boolean;
  /** Whether she stands in the middle: for a figure that does not move. Default false. */
  readonly centred?: boolean;
}

export interface Painter {
  /** Paints the floats of supple_draw; `ghost` 0 to 1: how strong the outline of where she comes from is. */
  paint(floats: Float32Array, ghost?: number): void;
  /** To be called when the theme has changed; a change of size is seen without being told. */
  restyle(): void;
}

const glowSize = 128;

export function createPainter(canvas: HTMLCanvasElement, options: PainterOptions = {}): Painter {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser has no 2D canvas");
  const mostPixelRatio = options.mostPixelRatio ?? 2;
  let palette = paletteOf(getComputedStyle(canvas));
  let glow = glowOf(palette);

  const fit = (): number => {
    const ratio = Math.min(globalThis.devicePixelRatio || 1, mostPixelRatio);
    const width = Math.round(canvas.clientWidth * ratio);
    const height = Math.round(canvas.clientHeight * ratio);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    return ratio;
  };

  return {
    paint(floats, ghost = 1) {
      fit();
      if (canvas.width === 0 || canvas.height === 0) return;
      const drawing = decode(floats);
      const whole = frameOf(canvas.width, canvas.height, drawing.elevation);
      const frame = options.centred === true ? { ...whole, x: canvas.width / 2 - whole.scale * middleOf(drawing) } : whole;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(frame.scale, 0, 0, -frame.scale, frame.x, frame.y);
      const brush = new Brush(context, palette, glow, drawing);
      if (options.mat ?? true) brush.mat();
      brush.ghost(ghost);
      brush.figure();
      fadeOut(context, frame, drawing.elevation);
    },
    restyle() {
      palette = paletteOf(getComputedStyle(canvas));
      glow = glowOf(palette);
    },
  };
}

/** A soft round light, painted once and laid down for each vertebra: much cheaper than a blur. */
function glowOf(palette: Palette): HTMLCanvasElement {
  const light = document.createElement("canvas");
  light.width = light.height = glowSize;
  const context = light.getContext("2d");
  if (context === null) throw new Error("this browser has no 2D canvas");
  const r = glowSize / 2;
  const gradient = context.createRadialGradient(r, r, 0, r, r, r);
  for (let i = 0; i <= 10; i += 1) {
    const t = i / 10;
    const gauss = Math.exp(-4.5 * t * t) - Math.exp(-4.5);
    gradient.addColorStop(t, css(palette.glow, Math.max(0, gauss)));
  }
  context.fillStyle = gradient;
  context.fillRect(0, 0, glowSize, glowSize);
  return light;
}

function fadeOut(context: CanvasRenderingContext2D, frame: Frame, elevation: number): void {
  const { width, height } = context.canvas;
  if (frame.fadesFrom >= height - 1 || elevation <= 0) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  const fade = context.createLinearGradient(0, frame.fadesFrom, 0, height);
  fade.addColorStop(0, "rgba(0, 0, 0, 0)");
  fade.addColorStop(1, `rgba(0, 0, 0, ${elevation})`);
  context.globalCompositeOperation = "destination-out";
  context.fillStyle = fade;
  context.fillRect(0, frame.fadesFrom, width, height - frame.fadesFrom);
  context.globalCompositeOperation = "source-over";
}

/** A smooth closed path: the dots are the corners, the middles between them lie on it. */
function closedPath(path: Path2D, dots: Dots): void {
  const n = dots.length;
  if (n < 6) return;
  const x = (i: number): number => dots[i % n] ?? 0;
  const y = (i: number): number => dots[(i % n) + 1] ?? 0;
  path.moveTo((x(n - 2) + x(0)) / 2, (y(n - 2) + y(0)) / 2);
  for (let i = 0; i < n; i += 2) path.quadraticCurveTo(x(i), y(i), (x(i) + x(i + 2)) / 2, (y(i) + y(i + 2)) / 2);
  path.closePath();
}

/** The outline of a line that is `wide` metres to either side at its first dot and `narrow` at its last. */
function tapered(line: Dots, wide: number, narrow: number): Dots {
  const n = line.length / 2;
  const outline = new Float32Array(4 * n);
  for (let i = 0; i < n; i += 1) {
    const [before, after] = [Math.max(0, i - 1), Math.min(n - 1, i + 1)];
    const dx = (line[2 * after] ?? 0) - (line[2 * before] ?? 0);
    const dy = (line[2 * after + 1] ?? 0) - (line[2 * before + 1] ?? 0);
    const aside = (wide + ((narrow - wide) * i) / Math.max(1, n - 1)) / (Math.hypot(dx, dy) || 1);
    const [x, y] = [line[2 * i] ?? 0, line[2 * i + 1] ?? 0];
    outline.set([x - dy * aside, y + dx * aside], 2 * i);
    outline.set([x + dy * aside, y - dx * aside], 4 * n - 2 * i - 2);
  }
  return outline;
}

interface Box {
  left: number;
  right: number;
  low: number;
  high: number;
}

function boxOf(drawing: Drawing, layer: Layer): Box {
  const box = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity };
  for (const outline of drawing.outlines) {
    if (outline.layer !== layer) continue;
    const { dots } = outline;
    for (let i = 0; i + 1 < dots.length; i += 2) {
      box.left = Math.min(box.left, dots[i] ?? 0);
      box.right = Math.max(box.right, dots[i] ?? 0);
      box.low = Math.min(box.low, dots[i + 1] ?? 0);
      box.high = Math.max(box.high, dots[i + 1] ?? 0);
    }
  }
  return box;
}

function middleOf(drawing: Drawing): number {
  const { left, right } = boxOf(drawing, "body");
  return (left + right) / 2;
}

/** Paints one drawing; one unit of the context is a metre, y up. */
class Brush {
  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly palette: Palette,
    private readonly glow: HTMLCanvasElement,
    private readonly drawing: Drawing,
  ) {}

  private path(layer: Layer): Path2D {
    const path = new Path2D();
    for (const outline of this.drawing.outlines) if (outline.layer === layer) closedPath(path, outline.dots);
    return path;
  }

  private paths(layer: Layer): Path2D[] {
    const ofLayer = this.drawing.outlines.filter((outline) => outline.layer === layer);
    return ofLayer.map((outline) => {
      const path = new Path2D();
      closedPath(path, outline.dots);
      return path;
    });
  }

  mat(): void {
    const { context, palette } = this;
    const { elevation } = this.drawing;
    const corner = (x: number, y: number): readonly [number, number] => project(x, y, 0, elevation);
    const corners = [corner(-0.97, 0.33), corner(0.86, 0.33), corner(0.86, -0.33), corner(-0.97, -0.33)] as const;
    const thick = 0.015 * (1 - elevation);

    const shadow = context.createRadialGradient(0, 0, 0, 0, 0, 0.85);
    const dark = palette.night ? "0, 0, 0" : "91, 76, 55";
    shadow.addColorStop(0, `rgba(${dark}, ${0.3 * (1 - elevation) ** 4})`);
    shadow.addColorStop(1, `rgba(${dark}, 0)`);
    context.save();
    context.translate(0.04, -0.03);
    context.scale(1, 0.06);
    context.fillStyle = shadow;
    context.fillRect(-0.85, -0.85, 1.7, 1.7);
    context.restore();

    context.beginPath();
    for (const [x, y] of corners) context.lineTo(x, y - thick);
    context.closePath();
    context.lineJoin = "round";
    context.fillStyle = css(palette.mat, 1 - 0.45 * elevation);
    context.strokeStyle = css(palette.mat, 1 - elevation);
    context.lineWidth = thick;
    context.fill();
    if (elevation < 1) context.stroke();

    // the edge that the light catches
    context.beginPath();
    const [a, b] = [corners[3], corners[2]];
    context.moveTo(a[0], a[1] - 0.003);
    context.lineTo(b[0], b[1] - 0.003);
    context.lineWidth = 0.004;
    context.strokeStyle = palette.night ? css(palette.matEdge, 0.35 * (1 - elevation)) : `rgba(255, 255, 255, ${0.45 * (1 - elevation)})`;
    context.stroke();
  }

  figure(): void {
    const { context, palette, drawing } = this;
    const body = this.path("body");

    // As the camera rises the far limbs grow into the body: they come near its shade, and give way to it.
    const near = drawing.elevation;
    const givesWay = 1 - near ** 4;
    context.fillStyle = palette.night
      ? css(mix(palette.bodyLow, palette.bodyMiddle, near), (0.32 + 0.18 * near) * givesWay)
      : css(palette.bodyMiddle, (0.42 + 0.38 * near) * givesWay);
    context.fill(this.path("farLimbs"));

    context.fillStyle = this.glass();
    context.fill(body);
    context.lineWidth = 0.0022;
    context.strokeStyle = css(palette.bodyTop, palette.night ? 0.55 : 0.25);
    context.stroke(body);

    this.rim(body);

    const shade = palette.night ? palette.bodyTop : mix(palette.bodyTop, [0, 0, 0], 0.45);
    context.fillStyle = css(shade, palette.night ? 0.2 : 0.16);
    for (const part of this.paths("face")) context.fill(part);
    context.fillStyle = css(shade, palette.night ? 0.4 : 0.72);
    context.fill(this.path("hair"));
    this.nearLimbs();

    this.halo();
    this.sacrum();
    for (const vertebra of drawing.vertebrae) this.vertebra(vertebra);
  }

  /** From the side the light comes from above, from above it comes from her left. */
  private glass(): CanvasGradient {
    const { context, palette, drawing } = this;
    const box = boxOf(drawing, "body");
    const e = drawing.elevation;
    const middleY = (box.low + box.high) / 2;
    const from = [box.left, box.high + (middleY + 0.2 - box.high) * e] as const;
    const to = [box.left + (box.right - box.left) * e, box.low + (middleY - 0.2 - box.low) * e] as const;
    const gradient = context.createLinearGradient(from[0], from[1], to[0], to[1]);
    const strength = palette.density / 0.62;
    const alphas = palette.night ? ([0.66, 0.46, 0.34] as const) : ([0.96, 0.88, 0.62] as const);
    const stop = (a: number): number => Math.min(1, a * strength);
    gradient.addColorStop(0, css(palette.bodyTop, stop(alphas[0])));
    gradient.addColorStop(0.55, css(palette.bodyMiddle, stop(alphas[1])));
    gradient.addColorStop(1, css(palette.bodyLow, stop(alphas[2])));
    return gradient;
  }

  /** Where the glass is thin, at its edges, more light comes through: strokes within the outline, each narrower. */
  private rim(body: Path2D): void {
    const { context, palette } = this;
    context.save();
    context.clip(body);
    context.lineJoin = "round";
    context.strokeStyle = css(palette.night ? palette.bodyTop : palette.bodyLow, palette.night ? 0.036 : 0.065);
    for (const width of [0.064, 0.052, 0.041, 0.031, 0.022, 0.014, 0.007]) {
      context.lineWidth = width;
      context.stroke(body);
    }
    context.restore();
  }

  private nearLimbs(): void {
    const { context, palette, drawing } = this;
    const shade = palette.night ? palette.bodyTop : mix(palette.bodyTop, [0, 0, 0], 0.55);
    for (const outline of drawing.outlines) {
      if (outline.layer !== "nearArm") continue;
      const box = boxOf({ ...drawing, outlines: [outline] }, "nearArm");
      const gradient = context.createLinearGradient(0, box.high, 0, box.low);
      gradient.addColorStop(0.15, css(shade, 0));
      gradient.addColorStop(0.75, css(shade, (palette.night ? 0.26 : 0.16) * (1 - drawing.elevation)));
      const path = new Path2D();
      closedPath(path, outline.dots);
      context.fillStyle = gradient;
      context.fill(path);
    }
  }

  /** Where she comes from. */
  ghost(strength: number): void {
    const { context, palette } = this;
    context.strokeStyle = css(palette.bodyMiddle, 0.5 * strength);
    context.lineWidth = 0.0025;
    context.lineCap = "round";
    context.setLineDash([0.001, 0.011]);
    context.stroke(this.path("ghost"));
    context.setLineDash([]);
  }

  private light(x: number, y: number, radius: number, alpha: number): void {
    this.context.globalAlpha = alpha;
    this.context.drawImage(this.glow, x - radius, y - radius, 2 * radius, 2 * radius);
    this.context.globalAlpha = 1;
  }

  /** Wide and near; a breath in lets it swell a little. */
  private halo(): void {
    const swell = 0.92 + 0.16 * this.drawing.breath;
    for (const { x, y, light } of this.drawing.vertebrae) {
      this.light(x, y, (0.085 + 0.02 * light) * swell, (0.1 + 0.16 * light) * swell);
      this.light(x, y, 0.038 + 0.008 * light, (0.2 + 0.3 * light) * swell);
    }
  }

  private sacrum(): void {
    const { context, palette, drawing } = this;
    const { sacrum } = drawing;
    const first = drawing.vertebrae[0]?.light ?? 0;
    for (let i = 0; i + 1 < sacrum.length; i += 2) {
      this.light(sacrum[i] ?? 0, sacrum[i + 1] ?? 0, 0.08, 0.08 + 0.1 * first);
      this.light(sacrum[i] ?? 0, sacrum[i + 1] ?? 0, 0.036, 0.15 + 0.2 * first);
    }
    const path = new Path2D();
    closedPath(path, tapered(sacrum, 0.0135, 0.005));
    context.fillStyle = css(palette.spine, 0.78);
    context.fill(path);
  }

  private vertebra({ x, y, angle, length, width, light }: Vertebra): void {
    const { context, palette, drawing } = this;
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    const warm = mix(palette.glow, palette.spine, 0.7 + 0.3 * light);
    context.fillStyle = css(mix(warm, [255, 255, 255], 0.4 * light), 0.9 + 0.1 * light);
    context.beginPath();
    context.roundRect(-length / 2, -width / 2, length, width, 0.42 * Math.min(length, width));
    context.fill();
    // the spinous process; seen from behind it hides in front of its vertebra
    const seen = 0.72 * (1 - drawing.elevation);
    if (seen > 0) {
      context.fillStyle = css(palette.spine, seen);
      context.beginPath();
      context.ellipse(-0.3 * length, 0.84 * width, 0.11 * width, 0.24 * width, -0.3, 0, 2 * Math.PI);
      context.fill();
    }
    context.restore();
  }
}
