// SPDX-License-Identifier: Apache-2.0
// One text that is being written. It is kept in this browser at every pause of typing, before anything else can happen to
// it; it becomes a file when it is saved. Nothing is ever written over that was not seen: where the file has changed on
// disk, both are shown; where another tab has written meanwhile, this text goes on under a name of its own.
import { batch, signal } from "@preact/signals";
import { type File, type Folder, freeName, Refused, type Refusal } from "./folder";
import { draftNames, draftOf, keep, newMark } from "./store";

export type Saved = "saved" | "draft" | "saving";

/** How tabs of this browser tell one another what they have kept. */
export interface Neighbours {
  tell(news: News): void;
  hear(listener: (news: News) => void): () => void;
}

export interface News {
  readonly kind: "kept" | "here" | "also here" | "gone";
  readonly name: string;
  readonly text?: string;
  readonly base?: string | null;
  readonly mark?: string | null;
}

/** The longest that typing without a pause is not kept, and the pause that is one, milliseconds. */
const latest_ms = 1000;
const pause_ms = 200;

export class Sheet {
  /** Stays the same when the name changes. */
  readonly id = newMark();
  readonly name = signal("");
  readonly text = signal("");
  readonly saved = signal<Saved>("saved");
  /** Why it could not be saved; until it is. */
  readonly refused = signal<Refusal["why"] | null>(null);
  /** The file as it is on the disk now, where it is another one than this text was begun from. */
  readonly theirs = signal<File | null>(null);
  /** The name that this text had before another tab wrote under it. */
  readonly parted = signal<string | null>(null);
  /** Whether the browser keeps drafts at all. */
  readonly kept = signal(true);
  readonly alsoInAnotherTab = signal(false);

  private base: string | null = null;
  private mark: string | null = null;
  private fileText: string | null = null;
  private keptText = "";
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince: number | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly deafen: () => void;

  private constructor(
    private readonly folder: Folder,
    private readonly neighbours: Neighbours,
    name: string,
  ) {
    this.name.value = name;
    this.deafen = neighbours.hear((news) => this.hear(news));
  }

  /** Null where there is neither a file nor a draft of this name. */
  static async open(folder: Folder, neighbours: Neighbours, name: string): Promise<Sheet | null> {
    const draft = await draftOf(name).catch(() => undefined);
    let file: File | null = null;
    let refusal: Refusal["why"] | null = null;
    try {
      file = await folder.open(name);
    } catch (error) {
      if (draft === undefined) throw error;
      refusal = error instanceof Refused ? error.refusal.why : "failed";
    }
    if (draft === undefined && file === null) return null;
    const sheet = new Sheet(folder, neighbours, name);
    sheet.refused.value = refusal;
    sheet.fileText = file?.text ?? null;
    sheet.text.value = sheet.keptText = draft?.text ?? file?.text ?? "";
    sheet.base = draft === undefined ? (file?.tag ?? null) : draft.base;
    sheet.mark = draft?.mark ?? null;
    sheet.saved.value = draft === undefined ? "saved" : "draft";
    if (refusal === null && draft !== undefined && draft.base !== (file?.tag ?? null)) sheet.isNow(file);
    neighbours.tell({ kind: "here", name });
    return sheet;
  }

  /** A text that is nowhere yet: kept at once. */
  static async begin(name: string, text: string): Promise<void> {
    await keep(name, { text, base: null, mark: newMark() }, null);
  }

  write(text: string): void {
    if (text === this.text.peek()) return;
    batch(() => {
      this.text.value = text;
      this.saved.value = text === this.fileText && this.theirs.peek() === null ? "saved" : "draft";
    });
    const now = performance.now();
    this.waitingSince ??= now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), Math.min(pause_ms, Math.max(0, this.waitingSince + latest_ms - now)));
  }

  /** What was typed is kept now. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.waitingSince = null;
    return this.inTurn(() => this.keepText());
  }

  save(): Promise<void> {
    return this.inTurn(async () => {
      await this.keepText();
      if (this.theirs.peek() === null) await this.saveText();
    });
  }

  /** Over the file that was shown. */
  saveOver(): Promise<void> {
    return this.inTurn(async () => {
      this.base = this.theirs.peek()?.tag ?? null;
      this.theirs.value = null;
      await this.saveText();
    });
  }

  /** The file in place of this text, which is kept under the name that is given back. */
  takeTheirs(): Promise<string> {
    return this.inTurn(async () => {
      const theirs = this.theirs.peek();
      const name = await this.setAside();
      if (theirs !== null) await this.becomes(theirs);
      return name;
    });
  }

  /** Gives this text another name, and the file with it, if there is one. */
  rename(to: string): Promise<void> {
    return this.inTurn(async () => {
      await this.keepText();
      const [from, old] = [this.name.peek(), this.mark];
      if ((await draftOf(to)) !== undefined || (this.base === null && (await this.folder.open(to)) !== null)) throw new Refused({ why: "changed", is: null });
      if (this.base !== null) this.base = await this.folder.rename(from, to, this.base);
      this.name.value = to;
      this.mark = null;
      if (old !== null) {
        await this.keepDraft();
        await keep(from, null, old);
      }
    });
  }

  /** The file and the draft are gone; the text is given back, for an undo. */
  remove(): Promise<string> {
    return this.inTurn(async () => {
      await this.keepText();
      if (this.base !== null) await this.folder.remove(this.name.peek(), this.base);
      await keep(this.name.peek(), null, this.mark);
      this.mark = null;
      this.keptText = this.text.peek();
      return this.text.peek();
    });
  }

  /** The page is being left, and may come back. */
  leave(): void {
    void this.flush();
    this.neighbours.tell({ kind: "gone", name: this.name.peek() });
  }

  close(): void {
    this.deafen();
    this.leave();
  }

  /** One after the other, whatever becomes of the one before. */
  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.queue.then(work, work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  private async keepText(): Promise<void> {
    const text = this.text.peek();
    if (text === this.keptText) return;
    try {
      await (text === this.fileText && this.theirs.peek() === null ? this.dropDraft() : this.keepDraft());
      this.keptText = text;
      this.kept.value = true;
    } catch (error) {
      console.warn(error);
      this.kept.value = false;
    }
  }

  private async keepDraft(): Promise<void> {
    const draft = { text: this.text.peek(), base: this.base, mark: newMark() };
    if (!(await keep(this.name.peek(), draft, this.mark))) return this.part();
    this.mark = draft.mark;
    this.neighbours.tell({ kind: "kept", name: this.name.peek(), ...draft });
  }

  private async dropDraft(): Promise<void> {
    if (this.mark === null) return;
    if (!(await keep(this.name.peek(), null, this.mark))) return this.part();
    this.mark = null;
    this.neighbours.tell({ kind: "kept", name: this.name.peek(), text: this.text.peek(), base: this.base, mark: null });
  }

  /** Another tab has kept another text under this name: this one goes on under its own. */
  private async part(): Promise<void> {
    const before = this.name.peek();
    this.name.value = await this.setAside();
    const draft = await draftOf(this.name.peek());
    batch(() => {
      this.base = null;
      this.fileText = null;
      this.mark = draft?.mark ?? null;
      this.theirs.value = null;
      this.parted.value = before;
      this.saved.value = "draft";
    });
  }

  /** This text as a draft of its own. */
  private async setAside(): Promise<string> {
    const taken = [...(await draftNames()), ...(await this.folder.names().catch(() => []))];
    const name = freeName(this.name.peek(), [...taken, this.name.peek()]);
    await Sheet.begin(name, this.text.peek());
    return name;
  }

  private async saveText(): Promise<void> {
    const text = this.text.peek();
    this.saved.value = "saving";
    try {
      this.base = await this.folder.write(this.name.peek(), text, this.base);
      this.fileText = text;
      this.refused.value = null;
      await this.settle();
    } catch (error) {
      this.saved.value = "draft";
      const refusal: Refusal = error instanceof Refused ? error.refusal : { why: "failed" };
      if (refusal.why === "changed") return this.isNow(refusal.is);
      this.refused.value = refusal.why;
    }
  }

  /** After a change of the file: no draft where the text is the file's. */
  private async settle(): Promise<void> {
    const isFile = this.text.peek() === this.fileText;
    this.saved.value = isFile ? "saved" : "draft";
    await (isFile ? this.dropDraft() : this.keepDraft());
    if (isFile) this.neighbours.tell({ kind: "kept", name: this.name.peek(), text: this.text.peek(), base: this.base, mark: null });
  }

  /** The file is another one than was expected: gone, the same text, or a text to be looked at. */
  private isNow(file: File | null): void {
    if (file === null) {
      this.base = this.fileText = null;
    } else if (file.text === this.text.peek()) {
      this.base = file.tag;
      this.fileText = file.text;
    } else this.theirs.value = file;
  }

  private async becomes({ text, tag }: File): Promise<void> {
    batch(() => {
      this.text.value = this.keptText = this.fileText = text;
      this.base = tag;
      this.theirs.value = null;
    });
    await this.settle();
  }

  private hear({ kind, name, text, base, mark }: News): void {
    if (name !== this.name.peek()) return;
    this.alsoInAnotherTab.value = kind !== "gone";
    if (kind === "gone") this.neighbours.tell({ kind: "here", name }); // a third one may be there still
    if (kind === "here") this.neighbours.tell({ kind: "also here", name });
    if (kind !== "kept" || text === undefined || base === undefined || mark === undefined) return;
    if (this.text.peek() !== this.keptText) return; // what is typed here is kept next, and finds out
    batch(() => {
      this.text.value = this.keptText = text;
      this.base = base;
      this.mark = mark;
      if (mark === null) this.fileText = text;
      this.saved.value = mark === null ? "saved" : "draft";
      if (mark === null) this.theirs.value = null;
    });
  }
}

export function neighbours(): Neighbours {
  const channel = new BroadcastChannel("supple.editor");
  return {
    tell: (news) => channel.postMessage(news),
    hear(listener) {
      const hear = ({ data }: MessageEvent<News>): void => listener(data);
      channel.addEventListener("message", hear);
      return () => channel.removeEventListener("message", hear);
    },
  };
}
