// SPDX-License-Identifier: Apache-2.0
// The shelf behind our local server: SQLite (src/diary, src/studio/shelf_answer.h).
import { type Changes, type Shelf, ShelfError, type Trouble } from "./shelf";

const troubles: Readonly<Record<number, Trouble>> = { 409: "changed", 507: "full", 413: "full", 426: "newer" };

async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { cache: "no-store", ...init });
  } catch (error) {
    throw new ShelfError("unreachable", { cause: error });
  }
  if (!response.ok) throw new ShelfError(troubles[response.status] ?? "unreachable");
  return response;
}

export class ServerShelf implements Shelf {
  async all(): Promise<Map<string, string>> {
    const response = await ask("diary/entries.json", {});
    return new Map(Object.entries((await response.json()) as Record<string, string>));
  }

  private async post(path: string, body: object): Promise<void> {
    await ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  }

  write({ clear = false, put = new Map(), remove = [], expect = new Map() }: Changes): Promise<void> {
    return this.post("diary/changes.json", { clear, put: Object.fromEntries(put), remove, expect: Object.fromEntries(expect) });
  }

  destroy(): Promise<void> {
    return this.post("diary/destroy.json", {});
  }
}
