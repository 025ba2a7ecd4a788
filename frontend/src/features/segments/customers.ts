import { useQueries } from "@tanstack/react-query";
import { objectQuery, useObjects } from "@/api/objects";
import type { Label } from "@/api/types";

/** Whose purchases can be measured, and by what: what the API is asked for, and how both sides are called. */
export interface Customers {
  object: string;
  related: string;
  date: string;
  amount: string;
  labels: { customers: Label; purchases: Label };
}

/** Every way to group customers that the catalogue knows: the objects that purchases belong to. */
export function useCustomers(): Customers[] {
  const objects = useObjects();
  const purchases = useQueries({
    queries: objects.filter((one) => one.features.bought).map((one) => objectQuery(one.plural)),
  });
  const place = (plural: string) => objects.findIndex((one) => one.plural === plural);
  const found = purchases.flatMap(({ data: purchase }) =>
    [...(purchase?.fields.values() ?? [])].flatMap((link) => {
      const customer = objects.find((one) => one.plural === link.to);
      const bought = purchase?.features.bought;
      if (!customer || !purchase || !bought || !link.inverse || customer.permissions.read !== "all") return [];
      // What goes through stages, such as a campaign, is what purchases come of; nobody who buys.
      if (customer.features.board_by) return [];
      return {
        object: customer.plural,
        related: link.inverse,
        date: bought.on,
        amount: bought.worth,
        labels: { customers: customer.label_plural, purchases: purchase.labelPlural },
      };
    }),
  );
  return found.sort((one, other) => place(one.object) - place(other.object));
}
