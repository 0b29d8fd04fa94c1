// SPDX-License-Identifier: Apache-2.0
// The diary for a health record: a Bundle of FHIR R4 (hl7.org/fhir/R4). What she told is an Observation with a code of LOINC
// where there is one, or a QuestionnaireResponse; never a Condition. A session that she stopped is a QuestionnaireResponse
// with the status "stopped".
import type { Entry, Of } from "./entry";
import { stamp } from "./time";

type Resource = { readonly resourceType: string; readonly id: string; readonly [key: string]: unknown };

const loinc = {
  // A plain number: of its coded answers, LA6113-0 reads "2 or more".
  pain: { code: "72514-3", display: "Pain severity - 0-10 verbal numeric rating [Score] - Reported" },
  duration: { code: "55411-3", display: "Exercise duration" },
  activity: { code: "73985-4", display: "Exercise activity" },
  pregnancy: { code: "82810-3", display: "Pregnancy status" },
  week: { code: "11884-4", display: "Gestational age Estimated" },
} as const;

const coded = (of: keyof typeof loinc, text: string) => ({ coding: [{ system: "http://loinc.org", ...loinc[of] }], text });
const survey = [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "survey", display: "Survey" }] }];
const measured = (value: number, unit: string) => ({ valueQuantity: { value, unit, system: "http://unitsofmeasure.org", code: unit } });

function observation(id: string, at: string, code: object, value: object): Resource {
  return { resourceType: "Observation", id, status: "final", category: survey, code, effectiveDateTime: at, ...value };
}

interface Answer {
  readonly linkId: string;
  readonly text: string;
  readonly answer: readonly object[];
}
const answered = (id: string, at: string, status: "completed" | "stopped", item: readonly Answer[]): Resource => ({
  resourceType: "QuestionnaireResponse", id, status, authored: at, item,
});

/** The end of a session, by the clock at its beginning. */
function endOf({ at, seconds }: Of<"session">): string {
  const offset = (at[19] === "-" ? -1 : 1) * (Number(at.slice(20, 22)) * 60 + Number(at.slice(23, 25)));
  return stamp(new Date(Date.parse(at) + seconds * 1000), offset);
}

/** FHIR takes no blank but these four (the type string). */
const plain = (text: string): string => text.replace(/[^\S \r\n\t]/g, " ").trim();

interface Felt {
  readonly regions: readonly string[];
  readonly note: string;
}
const whereAndNote = ({ regions, note }: Felt): object => ({
  ...(regions.length > 0 && { bodySite: { text: regions.map((each) => each.replaceAll("-", " ")).join(", ") } }),
  ...(plain(note) !== "" && { note: [{ text: plain(note) }] }),
});

const pain = (id: string, at: string, when: string, value: number, more: object = {}): Resource =>
  observation(id, at, coded("pain", `Low back pain, 0 to 10, ${when}`), { valueInteger: value, ...more });

const efforts = { easy: "easy", right: "about right", much: "too much" } as const;

function ofSession(each: Of<"session">): Resource[] {
  const { id, at, title, seconds, before, after, effort, week, stopped } = each;
  const what = plain(title) || "Exercise";
  const pregnant = { coding: [{ system: "http://loinc.org", code: "LA15173-0", display: "Pregnant" }] };
  return [
    observation(`${id}-activity`, at, coded("activity", "Exercise"), { valueCodeableConcept: { text: what }, ...whereAndNote(each) }),
    observation(`${id}-duration`, at, coded("duration", "Exercise duration"), measured(Math.round(seconds / 6) / 10, "min")),
    ...(before === null ? [] : [pain(`${id}-before`, at, "before exercise", before)]),
    ...(after === null ? [] : [pain(`${id}-after`, endOf(each), "after exercise", after)]),
    ...(effort === null ? [] : [answered(`${id}-effort`, endOf(each), "completed", [{ linkId: "effort", text: "How it felt", answer: [{ valueString: efforts[effort] }] }])]),
    ...(week === null ? [] : [
      observation(`${id}-pregnancy`, at, coded("pregnancy", "Pregnancy status"), { valueCodeableConcept: pregnant }),
      observation(`${id}-week`, at, coded("week", "Week of pregnancy, as she said"), measured(week, "wk")),
    ]),
    ...(stopped ? [answered(`${id}-stopped`, endOf(each), "stopped", [{ linkId: "exercise", text: "Exercise that was stopped", answer: [{ valueString: what }] }])] : []),
  ];
}

function resourcesOf(each: Entry): Resource[] {
  const { id, at } = each;
  if (each.kind === "session") return ofSession(each);
  if (each.kind === "morning") return [pain(id, at, "the morning after exercise", each.pain)];
  if (each.kind === "activities") {
    const items = each.items.filter(({ name }) => plain(name) !== "");
    return items.length === 0 ? [] : [answered(id, at, "completed", items.map(({ name, able }, i) => ({ linkId: `activity-${i + 1}`, text: `${plain(name)} (0 cannot, 10 as ever)`, answer: [{ valueInteger: able }] })))];
  }
  if (each.kind === "impression")
    return [answered(id, at, "completed", [{ linkId: "change", text: "Change since the beginning, 1 very much better to 7 very much worse", answer: [{ valueInteger: each.change }] }])];
  if (each.pain !== null) return [pain(id, at, "at some time of the day", each.pain, whereAndNote(each))];
  const told = [each.regions.join(", "), plain(each.note)].filter((text) => text !== "").join(": ");
  return told === "" ? [] : [answered(id, at, "completed", [{ linkId: "felt", text: "How it was", answer: [{ valueString: told }] }])];
}

/** `newId`: a UUID for the address of each resource within the bundle. */
export function healthRecord(entries: readonly Entry[], now: Date, newId: () => string = () => crypto.randomUUID()): object {
  const entry = entries.flatMap(resourcesOf).map((resource) => ({ fullUrl: `urn:uuid:${newId()}`, resource }));
  return { resourceType: "Bundle", type: "collection", timestamp: stamp(now), ...(entry.length > 0 && { entry }) };
}
