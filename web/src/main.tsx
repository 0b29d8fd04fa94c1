// SPDX-License-Identifier: Apache-2.0
import { render } from "preact";
import { App, fetchDiary } from "./app";
import { openDiary } from "./diary/here";
import "./look/look.css";
import { workOffline } from "./offline";
import { loadSite } from "./site";
import { words } from "./words/en";
import { language } from "./words/say";

document.documentElement.lang = language;
const place = document.getElementById("app")!;
render(<main><p>{words.loading}</p></main>, place);
Promise.all([loadSite(), openDiary()]).then(
  ([site, diary]) => {
    render(<App site={site} diary={diary} />, place);
    const later = (): void => void fetchDiary().catch((error: unknown) => console.warn(error));
    if ("requestIdleCallback" in window) requestIdleCallback(later);
    else setTimeout(later, 500);
    workOffline().catch((error: unknown) => console.warn(error));
  },
  (error: unknown) => {
    console.error(error);
    render(<main><p role="alert">{words.failed}</p></main>, place);
  },
);
