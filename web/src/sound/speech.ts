// SPDX-License-Identifier: Apache-2.0
// The device's own voice, for words that nobody has recorded: a text that she pasted. Only a voice that works on the
// device itself is taken: her words go nowhere.

/** Of 1: slow, as one speaks to somebody who is breathing. */
const rate = 0.85;

export class Speech {
  private timers = new Set<ReturnType<typeof setTimeout>>();
  /** Of what is said. */
  language = "en";

  /** Browsers begin to look for voices when they are first asked, and have them some time later. */
  constructor(private readonly synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis) {
    this.synthesis?.getVoices();
  }

  /** A local voice of the language, if the device has one: the one it speaks with by default, else the first. */
  voice(): SpeechSynthesisVoice | undefined {
    const all = this.synthesis?.getVoices() ?? [];
    const near = all.filter(({ localService, lang }) => localService && lang.toLowerCase().startsWith(this.language));
    return near.find((voice) => voice.default) ?? near[0];
  }

  say(text: string, in_s: number): void {
    const voice = this.voice();
    if (voice === undefined) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = rate;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.synthesis?.speak(utterance);
    }, in_s * 1000);
    this.timers.add(timer);
  }

  /** Nothing is said any more, neither what sounds nor what waits. */
  silence(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = new Set();
    this.synthesis?.cancel();
  }
}
