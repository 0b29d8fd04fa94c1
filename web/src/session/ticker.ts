// SPDX-License-Identifier: Apache-2.0
// The worker of ticks.ts.
setInterval(() => postMessage(0), 50);

export {};
