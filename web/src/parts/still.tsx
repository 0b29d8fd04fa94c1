// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "preact/hooks";
import type { Core } from "../core/core";
import { createPainter } from "../figure/painter";

interface Props {
  readonly core: Core;
  readonly posture: string;
  readonly moves: readonly string[];
  readonly week: number;
  readonly mat?: boolean;
  /** What is seen, in words; without them it is an ornament. */
  readonly label?: string;
}

/** A figure that stands still. It is posed for every painting: the core has one such pose for all. */
export function Still({ core, posture, moves, week, mat = true, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const painter = createPainter(canvas.current!, core, { mat });
    const paint = (): void => {
      core.still(posture, moves, week);
      core.pose(-1);
      painter.paint();
    };
    const restyle = (): void => {
      painter.restyle();
      paint();
    };
    const size = new ResizeObserver(paint);
    size.observe(canvas.current!);
    const night = matchMedia("(prefers-color-scheme: dark)");
    night.addEventListener("change", restyle);
    return () => {
      size.disconnect();
      night.removeEventListener("change", restyle);
    };
  }, [core, posture, week]);
  return label === undefined ? <canvas ref={canvas} aria-hidden="true" /> : <canvas ref={canvas} role="img" aria-label={label} />;
}
