// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "preact/hooks";
import { host } from "../host";
import { language, say } from "../words/say";

/** The way back to the published site that this page is the player of. */
export function OfSite() {
  const [site, know] = useState<string>();
  useEffect(() => void host().then((here) => know(here.sites?.[language] ?? here.site)), []);
  return site === undefined ? null : <p><a href={site}>{say("site.all")}</a></p>;
}
