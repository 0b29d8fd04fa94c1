// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from "preact/hooks";
import { snapshotOf } from "../snapshot";
import { say } from "../words/say";

/** A link that carries the text: the device's own way to share where it has one, else copied. */
export function ShareText({ text }: { readonly text: string }) {
  const [link, setLink] = useState("");
  const [told, tell] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setLink("");
    tell("");
  }, [text]);

  async function share(): Promise<void> {
    const made = await snapshotOf(text);
    if (typeof made === "string") return tell(say("share.tooLong"));
    const address = `${location.origin}${location.pathname}#/text/${made.carried}`;
    setLink(address);
    if (navigator.share !== undefined) return void navigator.share({ url: address }).catch(() => undefined);
    await navigator.clipboard.writeText(address).then(
      () => tell(say("share.copied")),
      () => tell(say("share.select")),
    );
  }

  return (
    <div class="share">
      <button type="button" class="button quiet" onClick={() => void share()}>{say("share")}</button>
      {link !== "" && (
        <label class="field">
          <span>{say("share.link")}</span>
          <input ref={field} readOnly value={link} onFocus={() => field.current?.select()} />
        </label>
      )}
      <p role="status" class="soft fine">{told}</p>
    </div>
  );
}
