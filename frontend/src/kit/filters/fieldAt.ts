import type { FieldMeta } from "@/api/types";
import type { CompiledObject } from "@/metadata/compile";
import { partsOf } from "./parts";

export interface Linked {
  link: FieldMeta;
  object: CompiledObject;
}

/** What a path of a condition means, in an object and those that it is linked to. */
export function fieldAt(object: CompiledObject, linked: readonly Linked[], path: string): FieldMeta | undefined {
  const [first = "", ...rest] = path.split(".");
  const own = object.fields.get(first);
  if (!rest.length || !own) return own;
  const inner = partsOf(own).find((part) => part.name === path);
  const other = linked.find(({ link }) => link.name === first);
  return inner ?? (other && fieldAt(other.object, [], rest.join(".")));
}
