import { useMe } from "./me";
import { useAgreed } from "./objects";
import type { Agreed, Me } from "./types";

/** Pages of the settings that a role can open to people who administer nothing else, by what is agreed on there. */
export const SETTABLE = {
  marketing: ["marketing", "purposes"],
  sending: ["domains", "senders"],
  exclusions: ["exclusions"],
  webhooks: ["webhooks"],
  actionRules: ["action_rules"],
  failures: ["automations", "webhooks"],
} as const satisfies Record<string, readonly string[]>;

const WRITING = ["create", "update", "delete"] as const;

/** Whether somebody decides anything of what is agreed on under some plurals. */
export function decides(agreed: readonly Agreed[], plurals: readonly string[]): boolean {
  return agreed.some(
    ({ plural, permissions }) => plurals.includes(plural) && WRITING.some((action) => permissions[action] === "all"),
  );
}

/** Whether there is anything for somebody in the settings: all of it for administrators, a page for some roles. */
export const maySet = (me: Me, agreed: readonly Agreed[]) =>
  me.user.role === "admin" || decides(agreed, Object.values(SETTABLE).flat());

export const useMaySet = () => maySet(useMe(), useAgreed());
