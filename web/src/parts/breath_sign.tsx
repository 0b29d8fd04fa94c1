// SPDX-License-Identifier: Apache-2.0
import { createRef, type RefObject } from "preact";
import { beadBox, beadCount, beads } from "../session/beads";

/** Beads that are moved by hand each frame, on the clock of the figure. */
export class BreathBeads {
  private readonly group: RefObject<SVGGElement> = createRef();

  /** `breath` 0 to 1. */
  show(breath: number, still: boolean): void {
    const drawn = this.group.current?.children;
    if (drawn === undefined) return;
    beads(breath, still).forEach(({ x, y, degrees, lit }, i) => {
      const bead = drawn[i];
      bead?.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${degrees.toFixed(2)})`);
      const shade = lit ? "on" : "off"; // seldom another
      if (bead !== undefined && bead.getAttribute("class") !== shade) bead.setAttribute("class", shade);
    });
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
