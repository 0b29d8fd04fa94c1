// SPDX-License-Identifier: Apache-2.0
// Films and cards, made by our local server one after another (src/studio/workshop.h).

export const sizes = ["720p", "1080p", "square", "portrait"] as const;
export type Size = (typeof sizes)[number];

export type Order =
  | { readonly product: "film"; readonly exercise: string; readonly week: number; readonly size: Size; readonly night: boolean }
  | { readonly product: "card"; readonly exercise: string; readonly week: number; readonly address: string };

export interface Make {
  readonly number: number;
  readonly product: "film" | "card";
  readonly exercise: string;
  readonly state: "waiting" | "making" | "ready" | "failed";
  readonly percent: number;
  readonly left_s?: number;
  readonly file?: string;
  readonly reason?: string;
}

/** Why an order was not taken. */
export type Refusal = "full" | "unreachable";

async function post(path: string, body: object): Promise<Response> {
  return fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
}

export async function makes(): Promise<readonly Make[]> {
  const response = await fetch("makes/orders.json", { cache: "no-store" });
  if (!response.ok) throw new Error(`makes/orders.json: ${response.status}`);
  return (await response.json()) as Make[];
}

export async function order(wanted: Order): Promise<Refusal | null> {
  try {
    const response = await post("makes/order.json", wanted);
    if (response.ok) return null;
    return response.status === 503 ? "full" : "unreachable";
  } catch {
    return "unreachable";
  }
}

export async function cancel(number: number): Promise<void> {
  await post("makes/cancel.json", { number });
}
