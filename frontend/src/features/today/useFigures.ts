import { useGroups } from "@/api/groups";
import { useObject, useObjects } from "@/api/objects";
import type { Filter, MoneyValue } from "@/api/types";
import { addMoney } from "@/lib/money";
import { may } from "@/metadata/access";
import { stalled, unattended, type Whose, withoutNextStep, wonDuring } from "./needs";

export interface Figure {
  count: number;
  /** False when there were too many to look at all of them. */
  exact: boolean;
  money: MoneyValue[];
  filter: Filter;
}

/** How many there are, and how much they are worth; undefined until it is known. */
export function useFigure(plural: string, by: string, filter: Filter | null): Figure | undefined {
  const groups = useGroups(plural, by, filter ?? undefined, filter !== null).data;
  if (!groups || !filter) return undefined;
  const items = groups.items as { count: number; base: (MoneyValue & { field: string })[] }[];
  return {
    count: items.reduce((sum, item) => sum + item.count, 0),
    exact: groups.exact,
    money: addMoney(items.flatMap((item) => item.base)),
    filter,
  };
}

/** The numbers of the sales: what waits for somebody, and how the month goes. */
export function useSalesFigures(whose: Whose, now: Date) {
  const stage = useObject("deals").fields.get("stage");
  const readsLeads = useObjects().some((one) => one.plural === "leads" && may(one.permissions, "read"));
  return {
    withoutNextStep: useFigure("deals", "stage", withoutNextStep(whose, stage)),
    stalled: useFigure("deals", "stage", stalled(whose, stage)),
    unattended: useFigure("leads", "status", readsLeads ? unattended(whose, now) : null),
    won: useFigure("deals", "stage", wonDuring(whose, stage, "this_month")),
    wonBefore: useFigure("deals", "stage", wonDuring(whose, stage, "last_month")),
  };
}
