// SPDX-License-Identifier: Apache-2.0
import { signal } from "@preact/signals";
import { routeOf } from "./route";
import { After, Stopped } from "./screens/after";
import { CheckIn, type Wishes } from "./screens/check_in";
import { Home } from "./screens/home";
import { NotToday } from "./screens/not_today";
import { Own } from "./screens/own";
import { Session } from "./screens/session";
import { speedOf } from "./session/clock";
import { type Leading, prepare } from "./session/leading";
import { holdsToday, rememberToday } from "./today";
import type { Site } from "./site";

const route = signal(routeOf(location.hash));
const week = signal<number | null>(null);
const ownText = signal("");
const leading = signal<Leading | null>(null);

const ofSession = new Set(["session", "after", "stopped"]);

/** In place of the present screen: nobody comes back to a session that is over, or to a check-in that was answered. */
function go(screen: string): void {
  location.replace(`#/${screen}`);
}

/** Which Start counts: whoever has gone elsewhere since is not led. */
let begun = 0;

window.addEventListener("hashchange", () => {
  begun += 1;
  const next = routeOf(location.hash);
  if (!ofSession.has(next.screen)) {
    leading.value?.close();
    leading.value = null;
  }
  route.value = next;
});

/** To be called while she presses Start: only then a browser fills the screen, and sounds. */
async function begin(site: Site, text: string, wishes: Wishes): Promise<void> {
  if (wishes.fullScreen) document.documentElement.requestFullscreen?.().catch(() => undefined);
  leading.value?.close();
  leading.value = null;
  const mine = (begun += 1);
  try {
    const made = await prepare(site, text, wishes, speedOf(location.search), () => mine === begun && !holdsToday());
    if (made === null) return leaveFullScreen();
    leading.value = made;
    go("session");
  } catch (error) {
    leaveFullScreen();
    throw error;
  }
}

function leaveFullScreen(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen();
}

/** She left the full screen before the session had begun: it does not begin. */
document.addEventListener("fullscreenchange", () => {
  if (document.fullscreenElement === null) begun += 1;
});

const chooseWeek = (chosen: number): void => {
  week.value = chosen;
};

function sayYes(): void {
  rememberToday();
  go("not-today");
}

export function App({ site }: { readonly site: Site }) {
  const now = route.value;
  const led = leading.value;
  if (now.screen === "check-in") {
    if (holdsToday()) return <NotToday />;
    const text = now.exercise === "own" ? ownText.value : site.library.find(({ name }) => name === now.exercise)?.text;
    if (text)
      return (
        <CheckIn
          key={now.exercise}
          own={now.exercise === "own"}
          site={site}
          text={text}
          week={week.value}
          chooseWeek={chooseWeek}
          sayYes={sayYes}
          begin={(wishes) => begin(site, text, wishes)}
        />
      );
  }
  if (now.screen === "own")
    return <Own site={site} text={ownText.value} write={(text) => (ownText.value = text)} week={week.value} chooseWeek={chooseWeek} />;
  if (now.screen === "not-today") return <NotToday />;
  if (led !== null && now.screen === "session") return <Session leading={led} ended={(stopped) => go(stopped ? "stopped" : "after")} />;
  if (led !== null && now.screen === "stopped") return <Stopped />;
  if (led !== null && now.screen === "after") return <After leading={led} />;
  return <Home site={site} />;
}
