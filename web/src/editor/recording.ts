// SPDX-License-Identifier: Apache-2.0
// A cue in her own voice: recorded from the microphone, and made the WAV file that the voice of an exercise is made of.
import { wave } from "../sound/wave";

/** Samples a second of what is kept; the clips are made from it. */
const rate = 44_100;
/** A recording in which nothing is louder than this is silent. */
const quietest = 0.01;
const longest_ms = 30_000;

export type Trouble = "deaf" | "silent" | "failed";

export class Untold extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

export interface Recording {
  /** Ends it: the sound. Rejects with Untold where nothing can be heard in it. */
  end(): Promise<Blob>;
  cancel(): void;
}

async function soundOf(parts: readonly Blob[]): Promise<Blob> {
  const bytes = await new Blob([...parts]).arrayBuffer();
  let heard: AudioBuffer;
  try {
    heard = await new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes);
  } catch {
    throw new Untold("failed");
  }
  const samples = heard.getChannelData(0);
  if (!samples.some((sample) => Math.abs(sample) > quietest)) throw new Untold("silent");
  return wave(samples, rate);
}

/** Begins at once; ends by itself after half a minute. */
export async function startRecording(): Promise<Recording> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: true, autoGainControl: true, channelCount: 1 } });
  } catch {
    throw new Untold("deaf");
  }
  const parts: Blob[] = [];
  const recorder = new MediaRecorder(stream);
  recorder.addEventListener("dataavailable", ({ data }) => void parts.push(data));
  const ended = new Promise<void>((done) => recorder.addEventListener("stop", () => done()));
  recorder.start();
  const end = (): void => {
    clearTimeout(timer);
    if (recorder.state !== "inactive") recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  const timer = setTimeout(end, longest_ms);
  return {
    async end() {
      end();
      await ended;
      return soundOf(parts);
    },
    cancel: end,
  };
}
