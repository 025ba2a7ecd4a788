/** The places in which a column of a file may land. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { objectQuery, useObject, useObjects } from "@/api/objects";
import type { ImportTarget, ObjectDocument, ObjectSummary } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { type CompiledObject, compile, isEditable } from "@/metadata/compile";

const ADDRESS_PARTS = ["street", "street2", "postal_code", "city", "region", "country"] as const;
const NOT_A_CELL = new Set(["lines", "link"]);

const compiled = (documents: ObjectDocument[]) => documents.map(compile);

export interface TargetGroup {
  group: string;
  items: { value: string; label: string }[];
}

/** A target as the value of a picker: object, field and part of an address. */
export function targetKey(target: ImportTarget): string {
  return [target.object, target.field, target.part].filter(Boolean).join(".");
}

export function targetOf(key: string): ImportTarget {
  const [object = "", field = "", part] = key.split(".");
  return part ? { object, field, part } : { object, field };
}

/** The object of the file, and the importable ones that a row of it may speak of too. */
function familyOf(main: CompiledObject, objects: readonly ObjectSummary[]): string[] {
  const linked = [...main.fields.values()]
    .filter((field) => field.type === "link" && isEditable(field))
    .flatMap((field) => objects.find((one) => one.name === field.to || one.plural === field.to) ?? []);
  const naming = main.related.flatMap((related) => objects.find((one) => one.plural === related.plural) ?? []);
  const others = [...linked, ...naming].filter((one) => one.features.importable).map((one) => one.plural);
  return [...new Set([main.plural, ...others])];
}

export function useTargets(plural: string): { groups: TargetGroup[]; objects: Map<string, CompiledObject> } {
  const { t, label } = useWords();
  const main = useObject(plural);
  const summaries = useObjects();
  const client = useQueryClient();
  const family = familyOf(main, summaries);
  const found = useQuery({
    queryKey: [...keys.objects, "family", ...family],
    queryFn: () => Promise.all(family.map((one) => client.ensureQueryData(objectQuery(one)))),
    select: compiled,
  });
  const objects = new Map((found.data ?? [main]).map((object) => [object.plural, object]));
  const groups = [...objects.values()].map((object) => ({
    group: label(object.label),
    items: [...object.fields.values()]
      .filter((field) => (isEditable(field) && !NOT_A_CELL.has(field.type)) || field.type === "person_name")
      .flatMap((field) => {
        const key = `${object.plural}.${field.name}`;
        const name = object.plural === plural ? label(field.label) : `${label(object.label)}: ${label(field.label)}`;
        if (field.type !== "address") return [{ value: key, label: name }];
        return [
          { value: key, label: name },
          ...ADDRESS_PARTS.map((part) => ({
            value: `${key}.${part}`,
            label: `${name}: ${t(`fields.address.${part}`)}`,
          })),
        ];
      }),
  }));
  return { groups, objects };
}
