import { NativeSelect, NumberInput } from "@mantine/core";
import { useWords } from "@/i18n/useWords";

export const COUNTS = ["gte", "gt", "lte", "lt", "eq", "ne", "between", "not_between"] as const;

/** How a figure is compared. */
export function Compare(props: { ops: readonly string[]; value: string; onChange(op: string): void }) {
  const { t } = useWords("segments");
  return (
    <NativeSelect
      aria-label={t("segments.compare")}
      data={props.ops.map((value) => ({ value, label: t(`segments.compares.${value}`) }))}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

/** The figure that it is compared with, or both. */
export function Count({ op, value, onChange }: { op: string; value: unknown; onChange(value: unknown): void }) {
  const { t } = useWords("segments");
  const isPair = op === "between" || op === "not_between";
  const [first, last] = Array.isArray(value) ? value : [value, value];
  const figure = (typed: string | number) => (typed === "" ? 0 : Number(typed));
  return (
    <>
      <NumberInput
        aria-label={t("segments.number")}
        w={90}
        min={0}
        max={99_999}
        allowDecimal={false}
        value={Number(first ?? 1)}
        onChange={(typed) => onChange(isPair ? [figure(typed), last] : figure(typed))}
      />
      {isPair && (
        <NumberInput
          aria-label={t("segments.upTo")}
          w={90}
          min={0}
          max={99_999}
          allowDecimal={false}
          value={Number(last ?? 1)}
          onChange={(typed) => onChange([first, figure(typed)])}
        />
      )}
    </>
  );
}
