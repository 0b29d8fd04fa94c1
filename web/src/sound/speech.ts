// SPDX-License-Identifier: Apache-2.0
// The device's own voice, for words that nobody has recorded: a text that she pasted. Only a voice that works on the
// device itself is taken: her words go nowhere.

/** Of 1: slow, as one speaks to somebody who is breathing. */
const rate = 0.85;

export class Speech {
  private timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(private readonly synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis) {}

  /** The first local voice of this language, if the device has one. Voices may appear some time after the page. */
  voice(language = "en"): SpeechSynthesisVoice | undefined {
    return this.synthesis?.getVoices().find(({ localService, lang }) => localService && lang.toLowerCase().startsWith(language));
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
