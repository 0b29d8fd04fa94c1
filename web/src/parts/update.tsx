// SPDX-License-Identifier: Apache-2.0
// What there is to say of the page itself: a newer version, or no room for times without a network. Never in a session.
import { newer, offline, takeNewer } from "../offline";
import { say } from "../words/say";

export const Update = () => (
  <div class="update" role="status">
    {newer.value !== null && (
      <p class="notice row">{say("update.ready")} <button type="button" class="bare linked" onClick={takeNewer}>{say("update.load")}</button></p>
    )}
    {offline.value === "full" && <p class="soft fine">{say("offline.full")}</p>}
    {offline.value === "ready" && <p class="soft fine">{say("offline.ready")}</p>}
  </div>
);
