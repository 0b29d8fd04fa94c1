// SPDX-License-Identifier: Apache-2.0
// Diaries for the tests, and the way to bring one in.

/** A stamp of this day and time, on this machine's clock. */
export const stampAt = (day, time) => {
  const at = new Date(`${day}T${time}:00`);
  const ahead = -at.getTimezoneOffset();
  const two = (n) => String(n).padStart(2, "0");
  return `${day}T${time}:00${ahead < 0 ? "-" : "+"}${two(Math.floor(Math.abs(ahead) / 60))}:${two(Math.abs(ahead) % 60)}`;
};

/** So many days before today. */
export const daysAgo = (days) => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - days)).toISOString().slice(0, 10);
};

export const led = (days, before, after, more = {}) => ({
  id: `led-${days}-${more.time ?? "20"}`, at: stampAt(daysAgo(days), `${more.time ?? "20"}:10`), kind: "session", exercise: "release-your-low-back",
  title: "Release your low back", week: Math.max(4, 29 - Math.floor(days / 7)), seconds: 310, breaths: 14, left: 2, right: 2, stopped: false, before, after,
  regions: ["low-back"], note: "", ...more, time: undefined,
});

/** Some weeks of practice, as someone might have them. */
export function someWeeks(weeks = 6) {
  const entries = [];
  for (let day = weeks * 7; day > 0; day -= 1) {
    if (day % 3 === 0) continue;
    const before = Math.min(10, 3 + Math.floor(day / 14) + (day % 2));
    entries.push(led(day, before, Math.max(0, before - 2 + (day % 5 === 0 ? 1 : 0))));
    if (day % 8 === 1) entries.push(led(day, before, before - 1, { time: "08" }));
    if (day % 4 === 1) entries.push({ id: `morning-${day}`, at: stampAt(daysAgo(day - 1), "07:30"), kind: "morning", pain: before - 1 });
    if (day % 6 === 1) entries.push({ id: `felt-${day}`, at: stampAt(daysAgo(day), "13:30"), kind: "felt", pain: 5, regions: ["low-back", "right-hip"], note: "After the long walk." });
  }
  entries.push({ id: "activities", at: stampAt(daysAgo(20), "09:00"), kind: "activities", items: [{ name: "Climbing stairs", able: 4 }, { name: "Lifting my daughter", able: 2 }] });
  entries.push({ id: "impression", at: stampAt(daysAgo(2), "09:00"), kind: "impression", change: 3 });
  return entries;
}

export const fileOf = (entries) => ({ name: "supple.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ format: "supple-diary", version: 1, entries })) });

export async function toKeep(page) {
  await page.getByRole("link", { name: "Diary", exact: true }).click();
  await page.getByRole("link", { name: "Keep, send, delete" }).click();
  await page.getByRole("heading", { name: "Keep, send, delete" }).waitFor();
}

/** Brings these entries in as she would: from a file. */
export async function bringIn(page, entries) {
  await toKeep(page);
  await page.getByLabel("Choose a file").setInputFiles(fileOf(entries));
  await page.getByText("brought back.").waitFor();
  await page.getByRole("link", { name: "Diary", exact: true }).click();
  await page.getByRole("heading", { name: "Your diary" }).waitFor();
}
