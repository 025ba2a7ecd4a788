import type { ObjectSummary } from "@/api/types";
import { may } from "@/metadata/access";

/** What people open all day comes first; the rest keeps the catalogue's order. */
const FIRST = ["companies", "contacts", "leads", "deals", "tasks"];
const SECOND = ["orders", "products", "calls", "meetings", "notes"];

/** What stands beside the pages of those who write to many. */
const MARKETING = ["campaigns"];

/** What is set up once, by its own page of the settings, and never lived in. */
const SET_UP = new Set(["pipelines"]);

export interface Places {
  main: ObjectSummary[];
  marketing: ObjectSummary[];
  more: ObjectSummary[];
}

export function placesOf(objects: readonly ObjectSummary[]): Places {
  const readable = objects.filter((object) => may(object.permissions, "read") && !SET_UP.has(object.plural));
  const pick = (plurals: string[]) =>
    plurals.flatMap((plural) => readable.find((object) => object.plural === plural) ?? []);
  const main = pick(FIRST);
  const more = pick(SECOND);
  const marketing = pick(MARKETING);
  const placed = new Set([...main, ...more, ...marketing]);
  return { main, marketing, more: [...more, ...readable.filter((object) => !placed.has(object))] };
}
