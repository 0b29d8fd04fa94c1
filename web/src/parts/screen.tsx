// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../words/en";

interface Props {
  /** Of the page, for history and readers of the screen. */
  readonly title: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** One screen; whoever comes to it begins at its heading, by keyboard and by ear. */
export function Screen({ title, class: kind, children }: Props) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} · ${words.name}`;
    window.scrollTo(0, 0);
    main.current?.querySelector("h1")?.focus();
  }, [title]);
  return <main ref={main} class={kind}>{children}</main>;
}

export const Heading = ({ children, class: kind }: { readonly children: ComponentChildren; readonly class?: string }) => (
  <h1 tabIndex={-1} class={kind}>{children}</h1>
);

export const Back = () => (
  <header class="bar"><a class="button bare" href="#/">‹ {words.back}</a></header>
);
