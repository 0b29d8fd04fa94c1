// SPDX-License-Identifier: Apache-2.0
// Listens at the end of the page's audio graph: what the loudspeakers would get.

/** To be called before the page loads. From then on `heardSince` answers. */
export async function listen(page) {
  await page.addInitScript(() => {
    const ears = (window.ears = []);
    const connect = AudioNode.prototype.connect;
    AudioNode.prototype.connect = function (target, ...rest) {
      if (target instanceof AudioDestinationNode) {
        const analyser = new AnalyserNode(this.context, { fftSize: 256 });
        connect.call(this, analyser);
        ears.push({ analyser, samples: new Float32Array(256) });
      }
      return connect.call(this, target, ...rest);
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
