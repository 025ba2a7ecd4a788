/** What a merge asks and shows, field by field; pure, so that it can be tested without a screen. */
import type { MergePreview } from "@/api/recordTypes";
import type { FieldMeta, RecordRow } from "@/api/types";
import { isEmpty } from "@/fields/registry";
import { type CompiledObject, isEditable } from "@/metadata/compile";
import { sameValue } from "@/metadata/sameValue";

export const UNITED = "united";
const STRICTEST = "strictest";

export interface MergeRow {
  field: FieldMeta;
  /** Several records say different things here. */
  isDisputed: boolean;
  /** Nobody chooses: the strictest value stays. */
  isFixed: boolean;
  /** The values of all can stay together. */
  canUnite: boolean;
}

/** The fields that the records disagree about, the disputed ones first; with `all`, those that they agree on too. */
export function rowsOf(
  object: CompiledObject,
  records: readonly RecordRow[],
  preview: MergePreview | undefined,
  all = false,
): MergeRow[] {
  const rows = [...object.fields.values()]
    .filter((field) => isEditable(field) && !field.system && records.some((one) => !isEmpty(field, one[field.name])))
    .map((field): MergeRow => {
      const held = records.map((one) => one[field.name]).filter((value) => !isEmpty(field, value));
      return {
        field,
        isDisputed: held.some((value) => !sameValue(value, held[0])),
        isFixed: preview?.sources[field.name] === STRICTEST,
        canUnite: Boolean(field.multiple) && field.type !== "lines",
      };
    })
    .filter(
      ({ field, isDisputed }) =>
        all || isDisputed || records.some((one) => !sameValue(one[field.name], records[0]?.[field.name])),
    );
  return [...rows.filter((row) => row.isDisputed), ...rows.filter((row) => !row.isDisputed)];
}

/** Whose value stays in a field: as chosen, else as the API would do it. */
export function keptOf(
  row: MergeRow,
  choices: Readonly<Record<string, string>>,
  preview: MergePreview | undefined,
  winner: string,
): string {
  const chosen = choices[row.field.name] ?? preview?.sources[row.field.name];
  if (chosen) return chosen;
  return row.canUnite ? UNITED : winner;
}

/** Choices are the API's business only where they say more than what it does anyway; to unite is what it does. */
export function choicesToSend(choices: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(choices).filter(([, chosen]) => chosen !== UNITED));
}

/** The one that stays unless somebody says otherwise: the fullest, then the oldest. */
export function likelyWinner(object: CompiledObject, records: readonly RecordRow[]): string {
  const filled = (one: RecordRow) =>
    [...object.fields.values()].filter((field) => isEditable(field) && !isEmpty(field, one[field.name])).length;
  const [first] = [...records].sort(
    (one, other) => filled(other) - filled(one) || one.created_at.localeCompare(other.created_at),
  );
  return first?.id ?? "";
}
