// SPDX-License-Identifier: Apache-2.0

/** Samples of one channel as a WAV file of 16 bits. */
export function wave(samples: Float32Array, rate_hz: number): Blob {
  const header = new DataView(new ArrayBuffer(44));
  const words = (at: number, text: string): void => [...text].forEach((letter, i) => header.setUint8(at + i, letter.charCodeAt(0)));
  const size = samples.length * 2;
  words(0, "RIFF");
  header.setUint32(4, 36 + size, true);
  words(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, rate_hz, true);
  header.setUint32(28, rate_hz * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  words(36, "data");
  header.setUint32(40, size, true);
  const whole = Int16Array.from(samples, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32767));
  return new Blob([header.buffer, whole.buffer], { type: "audio/wav" });
}
