// SPDX-License-Identifier: Apache-2.0
import { render } from "preact";
import { App } from "./app";
import "./look/look.css";
import { loadSite } from "./site";
import { words } from "./words/en";

const place = document.getElementById("app")!;
render(<main><p>{words.loading}</p></main>, place);
loadSite().then(
  (site) => render(<App site={site} />, place),
  (error: unknown) => {
    console.error(error);
    render(<main><p role="alert">{words.failed}</p></main>, place);
  },
);
