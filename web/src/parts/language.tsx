// SPDX-License-Identifier: Apache-2.0
// The languages of the page, each in its own words.
import { type Language, language, languageKey, languages, say } from "../words/say";

/** What is said is made when the page is loaded: another language loads it again. */
function choose(chosen: Language): void {
  try {
    localStorage.setItem(languageKey, chosen);
  } catch {
    // Site data may be blocked: then the browser's own language holds.
  }
  const here = new URL(location.href);
  here.searchParams.delete("language"); // of the page that led here
  history.replaceState(null, "", here);
  location.reload();
}

export const LanguageChoice = () => (
  <div class="chips languages" role="group" aria-label={say("language.name")}>
    {(Object.keys(languages) as Language[]).map((each) => (
      <button key={each} type="button" class="bare linked" lang={each} aria-pressed={each === language} onClick={() => choose(each)}>{languages[each]}</button>
    ))}
  </div>
);
