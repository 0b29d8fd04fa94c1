// SPDX-License-Identifier: Apache-2.0
// Where the door is shut: why, whom to talk to, and what opens it.
import type { ComponentChildren } from "preact";
import { Heading, Screen } from "../parts/screen";
import type { Diary } from "../diary/diary";
import { Unlock } from "../parts/unlock";
import { hers, tell } from "../hers/hers";
import { stopsThisWeek } from "../hers/door";
import { words } from "../words/en";
import { practice } from "../words/practice";
import { say } from "../words/say";

/** She may answer again: what she said is the beginning of it. */
const askAgain = (): void => tell({ draft: hers.peek().screened?.answers ?? {}, screened: null });

interface Props {
  readonly title: string;
  readonly more: string;
  readonly children?: ComponentChildren;
}

const Shut = ({ title, more, children }: Props) => (
  <Screen title={title} class="not-today">
    <Heading>{title}</Heading>
    <p>{more}</p>
    {children}
    <a class="button bare" href="#/">{words.toBeginning}</a>
  </Screen>
);

const AskAgain = () => <button type="button" class="quiet" onClick={askAgain}>{practice.again}</button>;
const HasTalked = () => <button type="button" class="main" onClick={() => tell({ talked: true })}>{practice.talked}</button>;

export const NotToday = () => <Shut title={words.notToday} more={words.notTodayMore} />;

export const NotNow = ({ exercise }: { readonly exercise: string }) => (
  <Shut title={practice.notNow} more={practice.notNowMore}>
    {hers.value.stage?.kind === "after-birth" && <p>{practice.notNowBorn}</p>}
    <AskAgain />
    <a class="button bare" href={`#/you/${exercise}`}>{practice.change}: {practice.youTitle}</a>
  </Shut>
);

export const TalkFirst = () => (
  <Shut title={practice.talkFirst} more={practice.talkFirstMore}><HasTalked /><AskAgain /></Shut>
);

/** She has stopped, and what the diary has of that is locked: whether it was the second time within a week is not known. */
export const OpenDiaryFirst = ({ diary }: { readonly diary: Diary }) => (
  <Shut title={say("door.openDiary")} more={say("door.openDiaryMore")}><Unlock diary={diary} /></Shut>
);

export const Pause = () => <Shut title={practice.pause(stopsThisWeek())} more={practice.pauseMore}><HasTalked /></Shut>;
