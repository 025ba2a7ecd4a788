/** The sections of a record page while they are arranged: pure moves of fields and sections. */
import type { ObjectDocument, SectionMeta } from "@/api/types";
import { moved } from "../design/order";
import { isDesigned } from "../fields/types";

/** Where fields wait that stand in no section; the page shows them at its end. */
export const POOL = "pool";

export interface Spot {
  section: string;
  index: number;
}

export function poolOf(object: ObjectDocument, sections: readonly SectionMeta[]): string[] {
  const placed = new Set(sections.flatMap((section) => section.fields));
  return object.fields
    .filter((field) => isDesigned(field) && field.name !== object.name_field && field.type !== "lines")
    .map((field) => field.name)
    .filter((name) => !placed.has(name));
}

/** The sections after a field has gone from one spot to another; a spot in the pool is none. */
export function moveField(sections: readonly SectionMeta[], field: string, to: Spot): SectionMeta[] {
  return sections.map((section) => {
    const rest = section.fields.filter((name) => name !== field);
    if (section.name !== to.section) return { ...section, fields: rest };
    return { ...section, fields: [...rest.slice(0, to.index), field, ...rest.slice(to.index)] };
  });
}

export function moveSection(sections: readonly SectionMeta[], from: number, to: number): SectionMeta[] {
  return moved(sections, from, to);
}

/** A name for a new section that no other has. */
export function freeName(sections: readonly SectionMeta[]): string {
  const taken = new Set(sections.map((section) => section.name));
  for (let n = sections.length + 1; ; n++) if (!taken.has(`section_${n}`)) return `section_${n}`;
}
