// SPDX-License-Identifier: Apache-2.0
// A session that she is led through becomes an entry the moment it ends, by whichever way.
import { effect } from "@preact/signals";
import { rememberStop } from "../hers/door";
import type { Leading } from "../session/leading";
import type { Diary } from "./diary";
import type { SessionEntry } from "./entry";
import { stamp } from "./time";

/** Breaths out on each side, of the phases that are over. */
function sidesOf({ phases, leader }: Leading): { left: number; right: number } {
  const { phase, state } = leader.moment.peek();
  const over = phases.slice(0, state === "finished" ? undefined : phase).filter(({ breath }) => breath === "exhale");
  const count = (side: string): number => over.filter((each) => each.side === side).length;
  return { left: count("left"), right: count("right") };
}

/** What is kept of a session, and how it is told afterwards. */
export class Led {
  private entry: SessionEntry;
  private kept = false;
  private readonly forget: () => void;

  constructor(
    private readonly diary: Diary,
    private readonly leading: Leading,
    exercise: string,
  ) {
    const { wishes, title } = leading;
    this.entry = {
      id: crypto.randomUUID(), at: stamp(new Date()), kind: "session", exercise: exercise.slice(0, 100), title: title.slice(0, 200),
      week: wishes.told.stage?.kind === "pregnant" ? wishes.settings.week : null,
      seconds: 0, breaths: 0, left: 0, right: 0, stopped: false, before: wishes.painBefore, after: null, effort: null, regions: [], note: "",
    };
    this.forget = effect(() => {
      const { state } = leading.leader.moment.value;
      // One that could not go on by itself was not stopped by her.
      if (state === "finished" || state === "stopped") this.end(state === "stopped" && !leading.leader.failed);
    });
  }

  get id(): string {
    return this.entry.id;
  }

  private end(stopped: boolean): void {
    if (this.kept) return;
    this.kept = true;
    if (stopped) rememberStop();
    const { leader } = this.leading;
    const seconds = Math.min(86_400, Math.round(leader.clock.read()));
    this.entry = { ...this.entry, ...sidesOf(this.leading), seconds, breaths: leader.moment.peek().breaths_done, stopped };
    this.diary.keep(this.entry).catch((error: unknown) => console.error(error));
  }

  /** What she tells of it afterwards. Resolves when it is kept; rejects where it waits for that. */
  tell(more: Partial<Pick<SessionEntry, "after" | "effort" | "regions" | "note">>): Promise<void> {
    this.entry = { ...this.entry, ...more };
    return this.diary.keep(this.entry);
  }

  close(): void {
    this.forget();
  }
}
