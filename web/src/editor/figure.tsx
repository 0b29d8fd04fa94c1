// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "preact/hooks";
import type { Core } from "../core/core";
import { createPainter, type Painter } from "../figure/painter";
import { tell } from "./words/words";

/** How long she takes for a sentence, milliseconds: quicker than a breath, and slow enough to be seen. */
const doing_ms = 2600;

interface Props {
  readonly core: Core;
  /** The sentence that she does; null: none. */
  readonly at: { readonly line: number; readonly column: number } | null;
  /** Another one whenever the text was read anew. */
  readonly written: object;
}

/** The figure doing the sentence under the cursor: on the way to it when the cursor comes there, in its shape while it is written. */
export function Figure({ core, at, written }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter | null>(null);
  const place = at === null ? "" : `${at.line} ${at.column}`;
  const came = useRef({ place: "", at_ms: 0 });
  const paint = useRef(() => undefined as void);

  useEffect(() => {
    const made = (painter.current = createPainter(canvas.current!, core, { mat: true }));
    const size = new ResizeObserver(() => paint.current());
    size.observe(canvas.current!);
    const night = matchMedia("(prefers-color-scheme: dark)");
    const restyle = (): void => {
      made.restyle();
      paint.current();
    };
    night.addEventListener("change", restyle);
    return () => {
      size.disconnect();
      night.removeEventListener("change", restyle);
      made.end();
    };
  }, [core]);

  useEffect(() => {
    if (came.current.place !== place) came.current = { place, at_ms: performance.now() };
    if (at === null || !core.show(at.line, at.column)) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const progress = (): number => (calm ? 1 : Math.min(1, (performance.now() - came.current.at_ms) / doing_ms));
    paint.current = () => {
      core.pose(-1 - progress());
      painter.current?.paint();
    };
    let request = 0;
    const step = (): void => {
      const ended = progress() === 1;
      if (ended || painter.current?.due()) paint.current();
      if (!ended) request = requestAnimationFrame(step);
    };
    request = requestAnimationFrame(step);
    return () => cancelAnimationFrame(request);
  }, [core, place, written]);

  return <canvas ref={canvas} role="img" aria-label={at === null ? tell("figureNone") : tell("figure", { line: at.line })} />;
}
