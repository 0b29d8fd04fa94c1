// SPDX-License-Identifier: Apache-2.0
// Reminders as a calendar file (iCalendar, RFC 5545), at a time of her wall clock wherever she is. On a locked screen it says
// the name of the app and nothing else.
import ical, { ICalAlarmType, ICalEventRepeatingFreq, ICalWeekday } from "ical-generator";
import { addDays, weekday } from "./time";

const weekdays = [ICalWeekday.MO, ICalWeekday.TU, ICalWeekday.WE, ICalWeekday.TH, ICalWeekday.FR, ICalWeekday.SA, ICalWeekday.SU];

/** `days`: 0 for Monday to 6; at least one. `time`: "20:30". `today`: the first day that it may be. */
export function writeReminders(days: readonly number[], time: string, today: string): string {
  const first = [0, 1, 2, 3, 4, 5, 6].map((i) => addDays(today, i)).find((day) => days.includes(weekday(day))) ?? today;
  const start = new Date(`${first}T${time}:00`);
  const calendar = ical({ prodId: { company: "Supple", product: "Supple" } });
  const event = calendar.createEvent({ start, end: new Date(start.getTime() + 15 * 60_000), floating: true, summary: "Supple" });
  event.repeating({ freq: ICalEventRepeatingFreq.WEEKLY, byDay: [...days].sort().map((day) => weekdays[day]!) });
  event.createAlarm({ type: ICalAlarmType.display, trigger: 0, description: "Supple" });
  return calendar.toString();
}
