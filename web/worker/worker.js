// SPDX-License-Identifier: Apache-2.0
// The service worker: the page works without a network from the first visit on. The build writes in what follows (vite.config.ts).
// A version is taken in whole or not at all, and waits until no window is held by the one before, or until she asks for it.
// The version before is kept for windows that still run it.
const version = "__VERSION__";
const files = ["__FILES__"];

const scope = self.registration.scope;
const prefix = `supple ${scope} `;
const current = `${prefix}page ${version}`;
/** The voice: what she was led by once is there without a network. A clip is named by what it says, and never changes. */
const clips = `${prefix}clips`;

self.addEventListener("install", (event) => {
  const take = async () => {
    const cache = await caches.open(current);
    try {
      await cache.addAll(files.map((file) => new Request(new URL(file, scope), { cache: "reload" })));
    } catch (error) {
      await caches.delete(current);
      throw error;
    }
  };
  event.waitUntil(take());
});

self.addEventListener("activate", (event) => {
  const settle = async () => {
    const pages = (await caches.keys()).filter((name) => name.startsWith(`${prefix}page `) && name !== current);
    await Promise.all(pages.slice(0, -1).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(settle());
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") void self.skipWaiting();
});

async function kept(request) {
  const here = await (await caches.open(current)).match(request, { ignoreVary: true });
  if (here !== undefined) return here;
  for (const name of await caches.keys()) {
    if (!name.startsWith(`${prefix}page `)) continue;
    const before = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (before !== undefined) return before;
  }
  return undefined;
}

const keptOrFetched = async (request) => (await kept(request)) ?? fetch(request);

/** Where there is no room for a clip, it is heard all the same. */
async function keepClip(request, response) {
  try {
    await (await caches.open(clips)).put(request, response);
  } catch {
    // The quota is used up.
  }
}

async function clip(request) {
  const cache = await caches.open(clips);
  const here = await cache.match(request, { ignoreVary: true });
  if (here !== undefined) return here;
  const response = await fetch(request);
  if (response.status === 200) await keepClip(request, response.clone());
  return response;
}

/** What is ready now, as long as there is a network; else what was the last time. */
async function clipIndex(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await keepClip(request, response.clone());
    return response;
  } catch (error) {
    const here = await (await caches.open(clips)).match(request, { ignoreVary: true });
    if (here !== undefined) return here;
    throw error;
  }
}

function answer(request) {
  const path = request.url.slice(scope.length).replace(/[?#].*$/, "");
  if (/^(diary|desk)\//.test(path) || request.headers.has("range")) return undefined;
  if (request.mode === "navigate") return path === "" || path === "index.html" ? keptOrFetched(new URL("index.html", scope).href) : undefined;
  if (path === "clips/index.json") return clipIndex(request);
  if (path.startsWith("clips/")) return clip(request);
  return keptOrFetched(request);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const answered = answer(request);
  if (answered !== undefined) event.respondWith(answered);
});
