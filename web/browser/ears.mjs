// SPDX-License-Identifier: Apache-2.0
// Listens at the end of the page's audio graph, and to its tracks: what the loudspeakers would get.

/** To be called before the page loads. From then on `heardSince` answers. */
export async function listen(page) {
  await page.addInitScript(() => {
    const ears = (window.ears = []);
    // An analyser whose input has ended is not asked any more, and shows its last samples for ever: silence keeps it awake.
    const ear = (context) => {
      const analyser = new AnalyserNode(context, { fftSize: 256 });
      const silence = new ConstantSourceNode(context, { offset: 0 });
      connect.call(silence, analyser);
      silence.start();
      ears.push({ analyser, samples: new Float32Array(256) });
      return analyser;
    };
    const connect = AudioNode.prototype.connect;
    AudioNode.prototype.connect = function (target, ...rest) {
      if (target instanceof AudioDestinationNode) {
        connect.call(this, ear(this.context));
      }
      return connect.call(this, target, ...rest);
    };
    // A track does not pass the graph: what it sends out is listened to as a stream.
    const play = HTMLMediaElement.prototype.play;
    const heard = new WeakSet();
    HTMLMediaElement.prototype.play = function () {
      const playing = play.call(this);
      if (heard.has(this)) return playing;
      heard.add(this);
      this.addEventListener("playing", () => {
        const context = (window.earsContext ??= new AudioContext());
        context.createMediaStreamSource(this.captureStream()).connect(ear(context));
      });
      return playing;
    };
    window.loudest = () => {
      let peak = 0;
      for (const { analyser, samples } of ears) {
        if (analyser.context.state !== "running") continue;
        analyser.getFloatTimeDomainData(samples);
        for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
      }
      return peak;
    };
  });
}

/** Waits until something sounds. */
export const untilItSounds = (page) => page.waitForFunction(() => window.loudest() > 0.01, undefined, { polling: 5, timeout: 30_000 });

/**
 * Does `act` in the page and listens for `listen_ms` from then on: [[ms since then, peak], …].
 */
export const hearAfter = (page, act, listen_ms) =>
  page.evaluate(
    async ([action, lasts]) => {
      const began = performance.now();
      new Function(action)();
      const heard = [];
      while (performance.now() - began < lasts) {
        await new Promise((done) => setTimeout(done, 4));
        heard.push([performance.now() - began, window.loudest()]);
      }
      return heard;
    },
    [act, listen_ms],
  );
