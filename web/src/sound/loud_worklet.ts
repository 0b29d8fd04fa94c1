// SPDX-License-Identifier: Apache-2.0
// loud_voice.ts beside the sound itself: it tells the page the time at which a shout was heard.
import { LoudVoice } from "./loud_voice";

declare const sampleRate: number;
declare const currentTime: number;
declare function registerProcessor(name: string, kind: unknown): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

class Listener extends AudioWorkletProcessor {
  private readonly voice = new LoudVoice(sampleRate);

  constructor() {
    super();
    this.port.onmessage = ({ data: [seconds, louder_dB] }: MessageEvent<[number, number]>) => this.voice.learn(seconds, louder_dB);
  }

  process([input]: Float32Array[][]): boolean {
    const samples = input?.[0];
    if (samples !== undefined && this.voice.hear(samples)) this.port.postMessage(currentTime);
    return true;
  }
}

registerProcessor("loud-voice", Listener);
