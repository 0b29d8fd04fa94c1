// SPDX-License-Identifier: Apache-2.0
// The breath sign: 24 beads from tail to head. Light climbs them on the breath in while they lengthen to a line; it goes
// back down on the breath out while they arch like her back.

export const beadCount = 24;
export const beadBox = { width: 340, height: 64 } as const;

const margin = 12;
const rise = 34;

export interface Bead {
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
  readonly lit: boolean;
}

/** `breath` 0 empty to 1 full. Stillness shows four steps and no arch, for whom movement disturbs. */
export function beads(breath: number, still = false): Bead[] {
  const full = still ? Math.round(breath * 4) / 4 : breath;
  const arch = still ? 0 : 1 - breath;
  const length = beadBox.width - 2 * margin;
  return Array.from({ length: beadCount }, (_, i) => {
    const along = i / (beadCount - 1);
    const slope = (-arch * rise * Math.PI * Math.cos(Math.PI * along)) / length;
    return {
      x: margin + along * length,
      y: beadBox.height - 14 - arch * rise * Math.sin(Math.PI * along) - (1 - arch) * (rise / 3),
      degrees: (Math.atan(slope) * 180) / Math.PI,
      lit: i < Math.round(full * beadCount),
    };
  });
}
