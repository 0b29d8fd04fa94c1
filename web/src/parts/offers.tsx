// SPDX-License-Identifier: Apache-2.0
// Comfort at the moment it matters: the voice offers it when her weight is there. One press, or Enter for what was offered
// last, takes it: the session waits while she makes it so, and says it first the next time.
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Comfort } from "../core/core";
import { hers, tell } from "../hers/hers";
import type { Leading } from "../session/leading";
import { practice } from "../words/practice";

const names: Readonly<Record<string, string>> = practice.offers;

function remember(part: string): void {
  const { comfort } = hers.peek();
  tell({ comfort: part === "knees" ? { ...comfort, knees: true } : { ...comfort, wrists: "fists" } });
}

function take({ leader, say }: Leading, { part, taken }: Comfort): void {
  if (leader.moment.peek().state === "leading") leader.tell("pause");
  say(taken);
  leader.caption.value = { text: taken };
  remember(part);
}

export function Offers({ leading }: { readonly leading: Leading }) {
  const { leader, comfort } = leading;
  const [open, change] = useState<readonly Comfort[]>([]);
  const said = leader.said.value;
  useEffect(() => {
    const offered = comfort.find(({ offer }) => offer !== "" && offer === said);
    if (offered !== undefined) change((before) => [...before.filter((each) => each !== offered), offered]);
  }, [said]);
  const press = (offer: Comfort): void => {
    take(leading, offer);
    change(open.filter((each) => each !== offer));
  };
  // Before it is painted: whoever sees the offer can take it.
  useLayoutEffect(() => {
    const key = (event: KeyboardEvent): void => {
      const last = open.at(-1);
      if (event.key !== "Enter" || event.target instanceof HTMLButtonElement || last === undefined || leader.moment.peek().state !== "leading") return;
      event.preventDefault();
      press(last);
    };
    document.addEventListener("keydown", key);
    return () => document.removeEventListener("keydown", key);
  }, [open]);
  return <div class="offers">{open.map((offer) => <button key={offer.part} type="button" class="quiet" onClick={() => press(offer)}>{names[offer.part]}</button>)}</div>;
}
