// SPDX-License-Identifier: Apache-2.0
// Every word of the page, in English.
const spelled = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
const counted = (count: number): string => spelled[count] ?? String(count);
const minutes = (seconds: number): string => {
  const whole = Math.max(1, Math.round(seconds / 60));
  return whole === 1 ? "about a minute" : `about ${whole} minutes`;
};

export const words = {
  name: "Supple",
  loading: "One moment …",
  failed: "This browser could not load Supple. Please try a newer one.",
  home: "A slow wave for your low back",
  start: "Start",
  lead: (title: string, seconds: number): string =>
    `${title}, ${minutes(seconds)}. You will hear everything; you can look at the mat.`,
  library: "Library",
  length: minutes,
  figure: "A woman on hands and knees, her back rounded and her head hanging, with light along her spine",
  own: "Bring your own",
  ownLead: "Paste an exercise you were given. You see line by line what was understood, and you can practise it.",
  paste: "Paste a text",
  foot: "Supple is education, not medical advice. Talk to your midwife or doctor about what suits you. Nothing you tell it leaves this device.",

  back: "Back",
  before: "Before you begin",
  week: "Which week are you in?",
  chooseWeek: "Choose your week",
  weekOf: (week: number): string => `Week ${week}`,
  pain: "How is your low back now?",
  painNone: "0 none",
  painEnd: "10 is the worst you can imagine",
  painBefore: (pain: number): string => `before: ${pain}`,
  painWas: (pain: number): string => `${pain}, what you said before`,
  comfort: "Make it comfortable",
  knees: "Mat doubled under my knees",
  wristsAsk: "Hands",
  wrists: { palms: "Flat hands", fists: "Fists", forearms: "Forearms" },
  keyStops: "The key S stops",
  fullScreen: "Full screen",
  signs: "Any of these today?",
  yes: "Yes",
  no: "No",
  open: (count: number): string => `${counted(count)} more to answer. What is left open counts as yes.`,
  notToday: "Not today. Please call your midwife or maternity unit now, and tell them what you noticed.",
  notTodayMore: "Practice can wait. There is none here for the rest of the day.",
  notThisWeek: "This one is not for your week. You can read why; it cannot be started.",
  notStarted: "The session could not begin in this browser. Please try again, or take a newer one.",
  notPlayed: "This text breaks a rule for your week, or has no step to follow. It is shown, and never played.",
  ownFilled: "What the text leaves open, we filled in:",
  refused: (what: string): string => `The figure cannot show this yet: ${what}. Voice and captions lead you there.`,
  noVoice: "No voice here: captions and tones lead you.",
  someVoice: "Part of this has no voice: captions say it.",

  slower: "Slower",
  slowest: "Slowest",
  faster: "Faster",
  fastest: "Fastest",
  pause: "Pause",
  goOn: "Go on",
  stop: "STOP",
  inhale: "Breathe in",
  exhale: "Breathe out",
  free: "Your own breath",
  left: (seconds: number): string => `${minutes(seconds)} left`,
  breathOf: (breath: number, all: number): string => `Breath ${breath} of ${all}`,

  stopped: "Stopped. Rest any way you like; there is no hurry.",
  stoppedRest: "Lie on your side, sit, or lean on something soft. Nothing more is asked of you.",
  stoppedCall:
    "If anything you noticed worries you, or does not pass when you rest, call your midwife or maternity unit now.",
  finished: "Sit as long as you like",
  finishedMore: (breaths: number): string => `${counted(breaths)} breaths, at your pace.`,
  morePain: "Your number is higher than before. Let it rest today, and talk to someone who knows you.",
  done: "Done",
  toBeginning: "Back to the beginning",

  ownLabel: "The text",
  ownRead: "What was read",
  ownEmpty: "Choose your week and paste a text; what is understood of it appears here.",
  ownTooLong: "This is longer than any exercise. Please paste one exercise at a time.",
  lineRead: "read",
  lineUnread: "not read",
  lineOther: "no movement in it",
  lineStart: "where it begins",
  lineOption: "for comfort",
  lineRule: "breaks a rule",
  step: (breath: "inhale" | "exhale" | "free", side: string, moves: readonly string[]): string => {
    const how = { inhale: "breathe in", exhale: "breathe out", free: "own breath" }[breath];
    const where = side === "none" ? [] : [side === "each" ? "each side" : `${side} side`];
    return [how, ...where, ...moves.map((move) => move.replace(/[.-]/g, " "))].join(" · ");
  },
  lineNumber: (line: number): string => `Line ${line}`,
  practise: "Practise this",
} as const;
