// SPDX-License-Identifier: Apache-2.0
// Leads a session that is open in the core: tells it the time and what she does, and hands on what it answers.
import { type Signal, signal } from "@preact/signals";
import type { Action, Core, EventName, Moment, Told } from "../core/core";
import type { Clock } from "./clock";

/** What can be heard. */
export interface Player {
  tone(tone: Action): void;
  speak(clip: string, text: string, at_s: number): void;
  silence(): void;
}

export class Leader {
  readonly moment: Signal<Moment>;
  readonly caption = signal("");
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly core: Core,
    private readonly player: Player,
    readonly clock: Clock,
    ready: Moment,
  ) {
    this.moment = signal(ready);
  }

  get running(): boolean {
    const { state } = this.moment.peek();
    return state === "leading" || state === "paused";
  }

  /** The core tells sounds 0.2 s ahead of time; 20 times a second is often enough. */
  start(): void {
    if (this.timer !== undefined) return;
    this.tell("start");
    this.timer = setInterval(() => this.tick(), 50);
  }

  /** A stop is silent before anything else, whatever the core answers. */
  tell(event: EventName): void {
    if (event === "stop") this.player.silence();
    this.ask(() => this.core.event(event, this.clock.read()));
  }

  pauseOrGoOn(): void {
    this.tell(this.moment.peek().state === "paused" ? "resume" : "pause");
  }

  tick(): void {
    this.ask(() => this.core.advance(this.clock.read()));
  }

  /** She has left: nothing is said any more. */
  close(): void {
    clearInterval(this.timer);
    this.player.silence();
    if (this.running) this.tell("stop");
  }

  /** A core that fails stops the session: nobody is led by half of it. */
  private ask(question: () => Told): void {
    try {
      this.obey(question());
    } catch (error) {
      console.error(error);
      clearInterval(this.timer);
      this.player.silence();
      this.moment.value = { ...this.moment.peek(), state: "stopped" };
    }
  }

  private obey({ actions, moment }: Told): void {
    for (const action of actions) {
      if (action.kind === "silence") this.player.silence();
      else if (action.kind === "tone") this.player.tone(action);
      else if (action.kind === "speak") this.player.speak(action.clip ?? "", action.text ?? "", action.at_s);
      else if (action.kind === "caption") this.caption.value = action.text ?? "";
    }
    this.moment.value = moment;
    if (moment.state === "finished") clearInterval(this.timer);
  }
}
