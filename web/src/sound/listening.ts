// SPDX-License-Identifier: Apache-2.0
// The microphone in a session: what it hears stays in the sound graph of this device and is kept nowhere.
import worklet from "./loud_worklet.ts?worker&url";

export interface Listening {
  /** The session is about to make its first sound of a kind, so long; others of the kind are so much louder. */
  learn(seconds: number, louder_dB: number): void;
  close(): void;
}

/** The raw room without the page's own sound, as far as the device can take it out. */
const microphone = { audio: { echoCancellation: true, noiseSuppression: false, autoGainControl: false } };

/** Calls `shout` when a shout is heard. Null where there is no microphone, or where she does not allow it. */
export async function listenForShouts(shout: () => void): Promise<Listening | null> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia(microphone);
  } catch {
    return null;
  }
  const context = new AudioContext();
  try {
    await context.audioWorklet.addModule(worklet);
  } catch (error) {
    console.error(error);
    for (const track of stream.getTracks()) track.stop();
    void context.close();
    return null;
  }
  const listener = new AudioWorkletNode(context, "loud-voice", { channelCount: 1, channelCountMode: "explicit" });
  listener.port.onmessage = shout;
  // It gives out silence: a node that leads nowhere is not always asked to listen.
  context.createMediaStreamSource(stream).connect(listener).connect(context.destination);
  return {
    learn: (seconds, louder_dB) => listener.port.postMessage([seconds, louder_dB]),
    close() {
      for (const track of stream.getTracks()) track.stop();
      if (context.state !== "closed") void context.close();
    },
  };
}
