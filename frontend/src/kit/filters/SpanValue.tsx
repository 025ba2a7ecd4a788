import { Group, NativeSelect, TextInput } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import { periodWords } from "./ConditionText";
import { type Direction, NAMED, readAge, readCounted, UNITS, type Unit, writeAge, writeCounted } from "./periods";

interface Props {
  value: unknown;
  onChange(value: string): void;
}

const COUNTED = ["last", "next"] as const;

/** A period told from today: one of the named ones, or so many days, weeks, months. */
export function PeriodValue({ value, onChange }: Props) {
  const { t } = useWords("filters");
  const counted = readCounted(value);
  const isCounted = counted && !NAMED.includes(String(value));
  return (
    <>
      <NativeSelect
        aria-label={t("filter.periodName")}
        value={isCounted ? counted.direction : String(value ?? "")}
        data={[
          ...NAMED.map((name) => ({ value: name, label: periodWords(t, name) })),
          ...COUNTED.map((direction) => ({ value: direction, label: t(`filter.counted.${direction}.any`) })),
        ]}
        onChange={(event) => {
          const next = event.currentTarget.value;
          const direction = COUNTED.find((one) => one === next);
          onChange(
            direction ? writeCounted({ direction, count: counted?.count ?? 7, unit: counted?.unit ?? "day" }) : next,
          );
        }}
      />
      {isCounted && (
        <Length
          count={counted.count}
          unit={counted.unit}
          onChange={(count, unit) => onChange(writeCounted({ direction: counted.direction as Direction, count, unit }))}
        />
      )}
    </>
  );
}

/** How long ago, or how far ahead. */
export function AgeValue({ value, onChange }: Props) {
  const age = readAge(value) ?? { count: 30, unit: "day" as const };
  return <Length {...age} onChange={(count, unit) => onChange(writeAge(count, unit))} />;
}

function Length({ count, unit, onChange }: { count: number; unit: Unit; onChange(count: number, unit: Unit): void }) {
  const { t } = useWords("filters");
  return (
    <Group gap={4} wrap="nowrap">
      <TextInput
        type="number"
        aria-label={t("filter.howMany")}
        defaultValue={count}
        min={1}
        max={9_999}
        w={88}
        onChange={(event) => {
          const next = Math.round(Number(event.currentTarget.value));
          if (next > 0 && next < 10_000) onChange(next, unit);
        }}
      />
      <NativeSelect
        aria-label={t("filter.unitName")}
        flex={1}
        value={unit}
        data={UNITS.map((one) => ({ value: one, label: t(`filter.unit.${one}`, { count }) }))}
        onChange={(event) => onChange(count, event.currentTarget.value as Unit)}
      />
    </Group>
  );
}
