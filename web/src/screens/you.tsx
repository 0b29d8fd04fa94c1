// SPDX-License-Identifier: Apache-2.0
import { WhereSheIs } from "../parts/where_she_is";
import { Heading, Screen } from "../parts/screen";
import { practice } from "../words/practice";

export const You = ({ exercise }: { readonly exercise: string }) => (
  <Screen title={practice.youTitle} class="first">
    <Heading>{practice.youTitle}</Heading>
    <section class="you"><WhereSheIs /></section>
    <section class="end"><a class="button main" href={`#/check-in/${exercise}`}>{practice.done}</a></section>
  </Screen>
);
