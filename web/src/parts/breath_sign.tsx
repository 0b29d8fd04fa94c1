// SPDX-License-Identifier: Apache-2.0
import { createRef, type RefObject } from "preact";
import { beadBox, beadCount, beads } from "../session/beads";

interface Look {
  readonly transform: string;
  readonly shade: "on" | "off";
}

/** Steps of a breath: from one to the next no bead moves by more than a third of a unit, which is less than a pixel. */
const steps = 120;

const looksOf = (breath: number, still: boolean): readonly Look[] =>
  beads(breath, still).map(({ x, y, degrees, lit }) => ({
    transform: `translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${degrees.toFixed(2)})`,
    shade: lit ? "on" : "off",
  }));

/** Beads that are moved by hand each frame, on the clock of the figure. */
export class BreathBeads {
  private readonly group: RefObject<SVGGElement> = createRef();
  /** How they look at each step, worked out when it is first shown: breath comes and goes. */
  private readonly looks = new Map<number, readonly Look[]>();
  private shown: readonly Look[] | undefined;

  /** `breath` 0 to 1. */
  show(breath: number, still: boolean): void {
    const drawn = this.group.current?.children;
    if (drawn === undefined) return;
    const step = Math.round(breath * steps), key = still ? -1 - step : step;
    const looks = this.looks.get(key) ?? looksOf(step / steps, still);
    if (looks === this.shown) return;
    this.looks.set(key, looks);
    looks.forEach(({ transform, shade }, i) => {
      drawn[i]?.setAttribute("transform", transform);
      if (this.shown?.[i]?.shade !== shade) drawn[i]?.setAttribute("class", shade); // seldom another
    });
    this.shown = looks;
  }

  readonly Sign = () => (
    <svg class="beads" viewBox={`0 0 ${beadBox.width} ${beadBox.height}`} aria-hidden="true">
      <g ref={this.group}>
        {Array.from({ length: beadCount }, (_, i) => {
          const size = 1 - 0.012 * i;
          return <rect key={i} x={-4 * size} y={-9 * size} width={8 * size} height={18 * size} rx={4 * size} />;
        })}
      </g>
    </svg>
  );
}
