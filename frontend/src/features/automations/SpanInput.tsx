import { Group, NativeSelect, NumberInput } from "@mantine/core";
import type { Span } from "@/api/automations";
import { useWords } from "@/i18n/useWords";
import classes from "./Automations.module.css";
import { sideOf, UNITS } from "./words";

interface Props {
  label: string;
  value: Span | null | undefined;
  error?: string | undefined;
  /** Whether it may lead back, or nowhere: a day before a date. */
  signed?: boolean;
  onChange(span: Span): void;
}

/** A length of time in one unit: three days. */
export function SpanInput({ label, value, error, signed = false, onChange }: Props) {
  const { t } = useWords("automations");
  const unit = UNITS.find((one) => value?.[one]) ?? "days";
  const number = Math.abs(value?.[unit] ?? 0);
  const side = sideOf(value);
  const say = (next: { unit?: (typeof UNITS)[number]; number?: number; side?: string }) => {
    const sign = (next.side ?? side) === "before" ? -1 : 1;
    const count = next.side === "on" ? 0 : Math.max(next.number ?? number, signed && next.side ? 1 : 0);
    onChange({ [next.unit ?? unit]: sign * count });
  };
  return (
    <div role="group" aria-label={label}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <Group gap={8}>
        {(!signed || side !== "on") && (
          <>
            <NumberInput
              aria-label={`${label}: ${t("automations.span.number")}`}
              w={90}
              min={signed ? 0 : 1}
              max={1_000_000}
              allowDecimal={false}
              value={number}
              error={Boolean(error)}
              onChange={(typed) => say({ number: Number(typed) || 0 })}
            />
            <NativeSelect
              aria-label={`${label}: ${t("automations.span.unit")}`}
              data={UNITS.map((one) => ({ value: one, label: t(`automations.span.units.${one}`) }))}
              value={unit}
              onChange={(event) => say({ unit: UNITS.find((one) => one === event.currentTarget.value) ?? "days" })}
            />
          </>
        )}
        {signed && (
          <NativeSelect
            aria-label={`${label}: ${t("automations.span.side")}`}
            data={(["on", "before", "after"] as const).map((one) => ({
              value: one,
              label: t(`automations.span.sides.${one}`),
            }))}
            value={side}
            onChange={(event) => say({ side: event.currentTarget.value })}
          />
        )}
      </Group>
      {error && <p className={classes.wrong}>{error}</p>}
    </div>
  );
}
