// SPDX-License-Identifier: Apache-2.0
// The diary of this host: our local server says that it keeps one (host.json), any other leaves it to the page.
import { effect } from "@preact/signals";
import { stopDays } from "../hers/door";
import { forgetHers } from "../hers/hers";
import { host } from "../host";
import { Diary, type Neighbours } from "./diary";
import { PageShelf } from "./shelf_page";
import { ServerShelf } from "./shelf_server";
import { stopsOf } from "./trend";

function neighbours(): Neighbours {
  const channel = new BroadcastChannel("supple.diary");
  return {
    tell: () => channel.postMessage(null),
    hear: (changed) => channel.addEventListener("message", changed),
  };
}

/** The diary, being opened. */
export async function openDiary(): Promise<Diary> {
  const diary = new Diary((await host()).diary === "server" ? new ServerShelf() : new PageShelf(), neighbours());
  effect(() => void (stopDays.value = stopsOf(diary.known)));
  // What waits for the shelf is lost with this window: the browser asks her.
  window.addEventListener("beforeunload", (event) => {
    if (diary.waiting.peek().length > 0) event.preventDefault();
  });
  void diary.load();
  return diary;
}

/** Everything that Supple has put anywhere on this device. */
export async function deleteEverything(diary: Diary): Promise<void> {
  await diary.destroy();
  await (await import("../editor/store")).kept.destroy();
  forgetHers();
  for (const store of [localStorage, sessionStorage]) for (const key of Object.keys(store)) if (key.startsWith("supple.")) store.removeItem(key);
  const scope = new URL("./", location.href).href;
  for (const each of (await navigator.serviceWorker?.getRegistrations()) ?? []) if (each.scope === scope) await each.unregister();
  for (const name of await caches.keys()) if (name.startsWith("supple ") && name.includes(scope)) await caches.delete(name);
}
