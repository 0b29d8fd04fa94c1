// SPDX-License-Identifier: Apache-2.0
// The words of the first visit, of the door, of how she is led, and of a stop, from the catalogue of her language.
import { say } from "./say";

const settingOf = (setting: "music" | "locked") =>
  ({ name: say(`setting.${setting}.name`), can: say(`setting.${setting}.can`), cannot: say(`setting.${setting}.cannot`) }) as const;

export const practice = {
  // The first visit.
  go: say("first.go"),
  back: say("back"),
  aboutTitle: say("first.aboutTitle"),
  about: [say("first.about.1"), say("first.about.2"), say("first.about.3"), say("first.about.4")],
  youTitle: say("you.title"),
  youAgain: say("you.again"),
  pregnant: say("you.pregnant"),
  afterBirth: say("you.afterBirth"),
  due: say("you.due"),
  born: say("you.born"),
  bornChoose: say("you.bornChoose"),
  bornOf: (weeks: number): string => say("you.bornOf", { weeks }),
  dueWrong: say("you.dueWrong"),
  youMissing: say("you.missing"),
  comfortTitle: say("first.comfortTitle"),
  comfortLead: say("first.comfortLead"),
  kneesAsk: say("comfort.knees"),
  pelvis: say("comfort.pelvis"),
  headUp: say("comfort.headUp"),
  headWhy: say("comfort.headWhy"),
  pelvisWhy: say("comfort.pelvisWhy"),
  belly: say("comfort.belly"),
  soundTitle: say("first.soundTitle"),
  soundLead: say("first.soundLead"),
  hearVoice: say("sound.hearVoice"),
  hearTones: say("sound.hearTones"),
  noClip: say("noVoice"),
  /** As the guide welcomes her. */
  sampleVoice: say("sound.sample"),
  levels: [say("sound.level.0"), say("sound.level.1"), say("sound.level.2"), say("sound.level.3")],
  voice: say("sound.voice"),
  tones: say("sound.tones"),
  ground: say("sound.ground"),
  screeningTitle: say("first.screeningTitle"),
  screeningLead: say("first.screeningLead"),

  // The door.
  notNow: say("door.notNow"),
  notNowMore: say("door.notNowMore"),
  notNowBorn: say("door.notNowBorn"),
  talkFirst: say("door.talkFirst"),
  talkFirstMore: say("door.talkFirstMore"),
  talked: say("door.talked"),
  pause: (count: number): string => say("diary.twiceStopped", { count }),
  pauseMore: say("door.pauseMore"),
  again: say("door.again"),

  // Before a session.
  todayWeek: (week: number): string => say("today.week", { week }),
  todayBorn: (weeks: number): string => say("today.born", { weeks }),
  change: say("today.change"),
  notAfterBirth: say("today.notAfterBirth"),
  notYetAfterBirth: (weeks: number): string => say("today.notYetAfterBirth", { weeks }),
  led: say("led.title"),
  ledNow: (setting: string, pace: string, voiceStops: boolean): string => say("led.now", { setting, pace, voiceStops: voiceStops ? "yes" : "no" }),
  paceOf: (bpm: number): string => say("led.paceOf", { bpm }),
  ownBreath: say("led.ownBreath"),

  // How she is led.
  setting: say("led.setting"),
  settings: { music: settingOf("music"), locked: settingOf("locked") },
  breath: say("led.breath"),
  tapAsk: say("led.tapAsk"),
  tap: say("led.tap"),
  tapMore: (left: number): string => say("led.tapMore", { left }),
  tapDone: (bpm: number): string => say("led.tapDone", { bpm }),
  opening: say("led.opening"),
  slower: say("slower"),
  faster: say("faster"),
  sound: say("led.sound"),
  stopping: say("led.stopping"),
  stopWays: say("led.stopWays"),
  voiceStops: say("led.voiceStops"),
  voiceStopsHow: say("led.voiceStopsHow"),
  voiceUnheard: say("session.voiceUnheard"),
  keyStops: say("keyStops"),
  seen: say("led.seen"),
  seenHow: say("led.seenHow"),
  asSheIs: say("led.asSheIs"),
  asInAMirror: say("led.asInAMirror"),
  fullScreen: say("fullScreen"),
  done: say("done"),

  // In a session.
  rendering: say("session.rendering"),
  offers: { knees: say("session.offer.knees"), wrists: say("session.offer.wrists") },
  paceFixed: say("session.paceFixed"),

  // After a stop.
  whereLink: say("stop.whereLink"),
  whereTitle: say("stop.whereTitle"),
  whereLead: say("stop.whereLead"),
  howMuch: say("stop.howMuch"),
  note: say("stop.note"),
  keep: say("stop.keep"),
  skip: say("stop.skip"),
} as const;
