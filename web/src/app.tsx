// SPDX-License-Identifier: Apache-2.0
import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import type { Diary as OpenDiary } from "./diary/diary";
import { Led } from "./diary/led";
import { routeOf } from "./route";
import { atTheDoor, today } from "./hers/door";
import { hers, pregnantIn, tell } from "./hers/hers";
import { After } from "./screens/after";
import { CheckIn, type Wishes } from "./screens/check_in";
import { First, saysWhere } from "./screens/first";
import { NotNow, NotToday, OpenDiaryFirst, Pause, TalkFirst } from "./screens/gate";
import { Home } from "./screens/home";
import { Led as HowSheIsLed } from "./screens/led";
import { Own } from "./screens/own";
import { Session } from "./screens/session";
import { Stopped, WhereItWas } from "./screens/stopped";
import { Take } from "./screens/take";
import { You } from "./screens/you";
import { speedNow } from "./session/clock";
import { weekOfBody } from "./session/for_her";
import { type Leading, prepare } from "./session/leading";
import type { Site } from "./site";
import { textOfSnapshot } from "./snapshot";
import { say } from "./words/say";
import { words } from "./words/en";

const route = signal(routeOf(location.hash));
const ownText = signal("");
const linkTrouble = signal("");
/** The line that her own text is led from. */
const ownLine = signal(0);
const leading = signal<Leading | null>(null);
const led = signal<Led | null>(null);

/** The screens of the diary, with their charts: fetched when there is time, since nobody comes to them first. */
const ofDiary = signal<typeof import("./screens/of_diary") | null>(null);
export const fetchDiary = async (): Promise<void> => void (ofDiary.value = await import("./screens/of_diary"));

/** The editor: fetched when somebody comes to write. */
const ofEditor = signal<typeof import("./screens/editor") | null>(null);
const fetchEditor = async (): Promise<void> => void (ofEditor.value = await import("./screens/editor"));

const ofSession = new Set(["session", "after", "stopped", "where"]);

/** In place of the present screen: nobody comes back to a session that is over, or to a check-in that was answered. */
function go(screen: string): void {
  location.replace(`#/${screen}`);
}

/** The session stops, and is kept, before it is let go of. */
function close(): void {
  leading.value?.close();
  led.value?.close();
  leading.value = led.value = null;
}

/** Which Start counts: whoever has gone elsewhere since is not led. */
let begun = 0;

window.addEventListener("hashchange", () => {
  begun += 1;
  const next = routeOf(location.hash);
  if (!ofSession.has(next.screen)) close();
  route.value = next;
});

/** To be called while she presses Start: only then a browser fills the screen, and sounds. */
async function begin(site: Site, diary: OpenDiary, exercise: string, text: string, wishes: Wishes): Promise<void> {
  // Not for a phone that will be locked: that may leave the full screen, and leaving it stops.
  const { fullScreen, setting } = wishes.told;
  if (fullScreen && setting !== "locked") document.documentElement.requestFullscreen?.().catch(() => undefined);
  close();
  const mine = (begun += 1);
  try {
    const made = await prepare(site, text, wishes, speedNow(() => document.URL), () => mine === begun && hers.peek().stopSignDay !== today(), exercise === "own" ? ownLine.peek() : 0);
    if (made === null) return leaveFullScreen();
    led.value = new Led(diary, made, exercise);
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

/** The week that a text is read for. */
const readingWeek = (): number | null => (hers.value.stage === null ? null : weekOfBody(hers.value.stage, today()));

const chooseWeek = (week: number): void => tell({ stage: pregnantIn(week, today()) });

function writeOwn(text: string, line = 0): void {
  linkTrouble.value = "";
  ownText.value = text;
  ownLine.value = line;
}

const play = (text: string, line: number): void => {
  writeOwn(text, line);
  location.hash = "#/check-in/own";
};

const ended = (stopped: boolean): void => go(stopped ? "stopped" : "after");

interface BeforeProps {
  readonly site: Site;
  readonly diary: OpenDiary;
  readonly exercise: string;
  readonly text: string;
}

/** The way to a session: through the door. */
function BeforeSession({ site, diary, exercise, text }: BeforeProps) {
  if (hers.value.stoppedSince && diary.state.value === "locked") return <OpenDiaryFirst diary={diary} />;
  switch (atTheDoor(site.core).admission) {
    case "screening": return <First site={site} />;
    case "not_now": return saysWhere() ? <First site={site} /> : <NotNow exercise={exercise} />;
    case "talk_first": return <TalkFirst />;
    case "pause": return <Pause />;
    case "not_today": return <NotToday />;
    default: return <CheckIn key={exercise} site={site} exercise={exercise} text={text} stage={hers.value.stage!} begin={(wishes) => begin(site, diary, exercise, text, wishes)} />;
  }
}

/** A screen before what it needs is there; where that cannot be fetched, it is said. */
function Fetching({ fetch }: { readonly fetch: () => Promise<void> }) {
  const [failed, fail] = useState(false);
  useEffect(() => void fetch().catch(() => fail(true)), []);
  return <main><p role={failed ? "alert" : undefined}>{failed ? words.failed : words.loading}</p></main>;
}

interface WayProps {
  readonly site: Site;
  readonly diary: OpenDiary;
  readonly screen: "check-in" | "led" | "you" | "take";
  readonly exercise: string;
}

function OnTheWay({ site, diary, screen, exercise }: WayProps) {
  const text = exercise === "own" ? ownText.value : site.texts.value.get(exercise);
  if (!text && (exercise === site.asked || [...site.library, ...site.workouts].some(({ name }) => name === exercise))) return <Fetching key={exercise} fetch={() => site.fetchText(exercise)} />;
  if (!text) return <Home site={site} diary={diary} play={play} />;
  if (screen === "take") return <Take site={site} exercise={exercise} text={text} week={readingWeek()} />;
  if (screen === "led") return <HowSheIsLed site={site} exercise={exercise} />;
  if (screen === "you") return <You exercise={exercise} />;
  return <BeforeSession site={site} diary={diary} exercise={exercise} text={text} />;
}

/** A link that carries a text: it comes where pasted ones are read. */
function Carried({ carried }: { readonly carried: string }) {
  useEffect(() => {
    void textOfSnapshot(carried).then((opened) => {
      writeOwn(typeof opened === "string" ? "" : opened.text);
      if (typeof opened === "string") linkTrouble.value = say(opened === "broken" ? "share.brokenLink" : "share.longLink");
      go("own");
    });
  }, [carried]);
  return <main><p>{words.loading}</p></main>;
}

export function App({ site, diary }: { readonly site: Site; readonly diary: OpenDiary }) {
  const now = route.value;
  const leads = leading.value;
  switch (now.screen) {
    case "diary":
    case "entry":
    case "activities":
    case "impression":
    case "keep":
      return ofDiary.value === null ? <Fetching fetch={fetchDiary} /> : <ofDiary.value.DiaryScreen diary={diary} screen={now.screen} name={now.screen === "entry" ? now.name : ""} />;
    case "check-in":
    case "led":
    case "you":
    case "take":
      return <OnTheWay site={site} diary={diary} screen={now.screen} exercise={now.exercise} />;
    case "text":
      return <Carried carried={now.carried} />;
    case "editor":
      return ofEditor.value === null ? <Fetching key="editor" fetch={fetchEditor} /> : <ofEditor.value.Editor site={site} name={now.name} play={play} />;
    case "own":
      return <Own site={site} text={ownText.value} trouble={linkTrouble.value} write={writeOwn} week={readingWeek()} chooseWeek={chooseWeek} />;
  }
  if (leads !== null && now.screen === "session") return <Session leading={leads} ended={ended} />;
  if (leads !== null && now.screen === "stopped") return <Stopped diary={diary} />;
  if (led.value !== null && now.screen === "where") return <WhereItWas led={led.value} />;
  if (leads !== null && now.screen === "after") return <After leading={leads} led={led.value} diary={diary} />;
  return <Home site={site} diary={diary} play={play} />;
}
