import type { ObjectSummary } from "@/api/types";
import { may } from "@/metadata/access";

/** What people open all day comes first; the rest keeps the catalogue's order. */
const FIRST = ["companies", "contacts", "leads", "deals", "tasks"];
const SECOND = ["orders", "products", "calls", "meetings", "notes"];

export interface Places {
  main: ObjectSummary[];
  more: ObjectSummary[];
}

export function placesOf(objects: readonly ObjectSummary[]): Places {
  const readable = objects.filter((object) => may(object.permissions, "read"));
  const pick = (plurals: string[]) =>
    plurals.flatMap((plural) => readable.find((object) => object.plural === plural) ?? []);
  const main = pick(FIRST);
  const more = pick(SECOND);
  return { main, more: [...more, ...readable.filter((object) => !main.includes(object) && !more.includes(object))] };
}
