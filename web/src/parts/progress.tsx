// SPDX-License-Identifier: Apache-2.0
import { words } from "../words/en";

interface Props {
  /** Breaths of each section, in order. */
  readonly sections: readonly number[];
  readonly done: number;
}

/** One mark a breath, gaps between sections, the present one lit. */
export function Progress({ sections, done }: Props) {
  const all = sections.reduce((sum, breaths) => sum + breaths, 0);
  const kind = (breath: number): string | undefined => (breath < done ? "done" : breath === done ? "now" : undefined);
  let first = 0;
  return (
    <div class="progress" role="img" aria-label={words.breathOf(Math.min(done + 1, all), all)}>
      {sections.map((breaths, section) => {
        const from = first;
        first += breaths;
        return breaths === 0 ? null : (
          <span key={section} style={{ flex: String(breaths) }}>
            {Array.from({ length: breaths }, (_, i) => <b key={i} class={kind(from + i)} />)}
          </span>
        );
      })}
    </div>
  );
}
