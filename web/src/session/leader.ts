// SPDX-License-Identifier: Apache-2.0
// Leads a session that is open in the core: tells it the time and what she does, and hands on what it answers.
import { type Signal, signal } from "@preact/signals";
import type { Action, Core, EventName, Moment, Told } from "../core/core";
import type { Clock } from "./clock";
import { everyTick } from "./ticks";

/** What can be heard. */
export interface Player {
  tone(tone: Action): void;
  speak(clip: string, text: string, at_s: number): void;
  silence(): void;
  /** The guide has come to this place of the session. */
  follow?(state: Moment["state"], position_s: number): void;
}

export class Leader {
  readonly moment: Signal<Moment>;
  /** `before`: the phase whose end it waits for; it is of the one after. */
  readonly caption = signal<{ readonly text: string; readonly before?: number }>({ text: "" });
  /** What was said last. */
  readonly said = signal("");
  /** Hears of everything that is told to sound. */
  onSound: (action: Action) => void = () => undefined;
  /** It stopped because it could not go on, and not because she wanted it to. */
  failed = false;
  private endTicks: (() => void) | undefined;

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
    if (this.endTicks !== undefined) return;
    this.endTicks = everyTick(() => this.tick());
    this.tell("start");
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
    this.endTicks?.();
    this.player.silence();
    if (this.running) this.tell("stop");
  }

  private speak({ clip = "", text = "", at_s }: Action): void {
    this.said.value = text;
    this.player.speak(clip, text, at_s);
  }

  /** A core that fails stops the session: nobody is led by half of it. */
  private ask(question: () => Told): void {
    try {
      this.obey(question());
    } catch (error) {
      console.error(error);
      this.failed = true;
      this.endTicks?.();
      this.player.silence();
      this.moment.value = { ...this.moment.peek(), state: "stopped" };
    }
  }

  private obey({ actions, moment }: Told): void {
    for (const action of actions) {
      if (action.kind === "tone" || action.kind === "speak") this.onSound(action);
      if (action.kind === "silence") this.player.silence();
      else if (action.kind === "tone") this.player.tone(action);
      else if (action.kind === "speak") this.speak(action);
      else if (action.kind === "caption") this.caption.value = { text: action.text ?? "", before: action.ahead ? moment.phase : undefined };
    }
    this.moment.value = moment;
    this.player.follow?.(moment.state, moment.position_s);
    if (moment.state === "finished") this.endTicks?.();
  }
}
