// SPDX-License-Identifier: Apache-2.0
// One page for her midwife (PDF, A4): what she practised, her numbers by week, where, what she does. No text of her own but the
// names of her activities.
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "@cantoo/pdf-lib";
import { regionName } from "../parts/body_picture";
import { dateText, type Key, say } from "../words/say";
import { type Entry, ofKind } from "./entry";
import { dateOf, dayOf } from "./time";
import { regionCounts, type Spread, weeks } from "./trend";

/** Weeks that find room on the page. */
const mostWeeks = 12;

const margin = 56;
const [width, height] = [595.28, 841.89];
const ink = rgb(0.16, 0.13, 0.11);
const soft = rgb(0.35, 0.31, 0.27);

/** A page that is written from the top down. */
class Sheet {
  private y = height - margin;

  constructor(
    private readonly page: PDFPage,
    private readonly plain: PDFFont,
    private readonly bold: PDFFont,
  ) {}

  /** The letters that these fonts have; others become a question mark. */
  private written(text: string): string {
    return Array.from(text, (letter) => {
      try {
        this.plain.encodeText(letter);
        return letter;
      } catch {
        return "?";
      }
    }).join("");
  }

  private fitting(text: string, size: number, room: number): string {
    let out = this.written(text);
    while (out.length > 1 && this.plain.widthOfTextAtSize(out, size) > room) out = `${out.slice(0, -2)}…`;
    return out;
  }

  row(texts: readonly string[], { bold = false, size = 10.5, pale = false } = {}): void {
    const room = (width - 2 * margin) / texts.length;
    this.y -= size * 1.5;
    if (this.y < margin) return; // one page; what is longest has its limits above
    texts.forEach((text, i) =>
      this.page.drawText(this.fitting(text, size, room - 6), { x: margin + i * room, y: this.y, size, font: bold ? this.bold : this.plain, color: pale ? soft : ink }));
  }

  head(text: string): void {
    this.y -= 14;
    this.row([text], { bold: true, size: 13 });
  }
}

const spreadText = (of: Spread | null): string => (of === null ? say("trend.none") : say("trend.spread", { median: of.median, low: of.low, high: of.high }));
const dayText = (day: string): string => dateText(dateOf(day), { day: "numeric", month: "long", year: "numeric" });
const onDay = (at: string, text: string): string[] => [say("page.on", { date: dayText(dayOf(at)), text })];

function fill(sheet: Sheet, entries: readonly Entry[], today: string): void {
  sheet.row([say("page.title")], { bold: true, size: 20 });
  sheet.row([say("page.made", { date: dayText(today) })], { size: 9, pale: true });
  const [newest, oldest] = [entries[0], entries.at(-1)];
  if (newest === undefined || oldest === undefined) return sheet.row([say("page.empty")]);
  sheet.row([say("page.span", { from: dayText(dayOf(oldest.at)), to: dayText(dayOf(newest.at)) })]);
  const all = weeks(entries);
  const sum = (of: (week: (typeof all)[number]) => number): number => all.reduce((before, week) => before + of(week), 0);
  const stops = ofKind(entries, "session").filter(({ stopped }) => stopped).length;
  sheet.head(say("page.practice"));
  sheet.row([say("page.practiceLine", { days: sum(({ days }) => days), minutes: sum(({ minutes }) => minutes), breaths: sum(({ breaths }) => breaths), stops })]);
  if (all.length > 0) {
    sheet.head(say("page.numbers"));
    sheet.row([say("trend.caption")], { size: 9, pale: true });
    sheet.row([say("trend.week"), say("trend.before"), say("trend.after"), say("trend.morning"), say("trend.days"), say("trend.minutes")], { bold: true });
    for (const week of all.slice(-mostWeeks)) {
      const name = week.week === null ? dateText(dateOf(week.from), { day: "numeric", month: "short" }) : say("trend.weekOf", { week: week.week });
      sheet.row([name, spreadText(week.before), spreadText(week.after), spreadText(week.morning), String(week.days), String(week.minutes)]);
    }
  }
  const regions = regionCounts(entries).slice(0, 6);
  if (regions.length > 0) sheet.head(say("page.where"));
  for (const [region, count] of regions) sheet.row([`${regionName(region)}, ${say("where.times", { count })}`]);
  const activities = ofKind(entries, "activities");
  const ends = [...new Set([activities.at(-1), activities[0]])].filter((each) => each !== undefined);
  if (ends.length > 0) sheet.head(say("page.activities"));
  for (const { at, items } of ends) sheet.row(onDay(at, items.map(({ name, able }) => say("activities.line", { name, able })).join("; ")));
  const impressions = ofKind(entries, "impression").slice(0, 3).reverse();
  if (impressions.length > 0) sheet.head(say("page.impression"));
  for (const { at, change } of impressions) sheet.row(onDay(at, say(`impression.${change}` as Key)));
}

/** `entries`: newest first. */
export async function midwifePage(entries: readonly Entry[], today: string): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  file.setTitle("Supple");
  file.setProducer("Supple");
  file.setCreator("Supple");
  const [plain, bold] = await Promise.all([file.embedFont(StandardFonts.Helvetica), file.embedFont(StandardFonts.HelveticaBold)]);
  fill(new Sheet(file.addPage([width, height]), plain, bold), entries, today);
  return file.save();
}
