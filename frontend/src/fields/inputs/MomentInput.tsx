import { Group, Text } from "@mantine/core";
import { DateInput, TimeInput } from "@mantine/dates";
import { useWords } from "@/i18n/useWords";
import { wallIn, type ZonedTime } from "@/lib/dates";
import { DAY_FORMATS, readDay } from "../days";
import type { InputProps } from "../kit";
import { useFormats } from "../useFormats";
import { GroupInput } from "./GroupInput";

type Moment = string | ZonedTime;

const NINE = "09:00";

export function MomentInput({ field, value, onChange, label, error, autoFocus }: InputProps<Moment>) {
  const words = useWords();
  const { locale, timeZone } = useFormats();
  const zone = value && typeof value !== "string" ? value.time_zone : timeZone;
  const wall = !value ? "" : typeof value === "string" ? wallIn(new Date(value), zone) : value.local;
  const [day = "", time = ""] = wall.split("T");
  const format = DAY_FORMATS[locale] ?? "DD/MM/YYYY";
  const name = label ?? words.label(field.label);
  const change = (nextDay: string | null, nextTime: string) => {
    if (!nextDay) return onChange(null);
    const local = `${nextDay}T${(nextTime || NINE).slice(0, 5)}:00`;
    onChange(field.zoned ? { local, time_zone: zone } : localInstant(local, zone));
  };
  return (
    <GroupInput label={label} name={name} required={field.required} error={error}>
      <Group gap={6} wrap="nowrap">
        <DateInput
          aria-label={words.t("fields.dayOf", { name })}
          value={day || null}
          clearable
          valueFormat={format}
          placeholder={format.replace(/Y/g, locale.startsWith("es") ? "A" : "Y")}
          dateParser={(typed) => readDay(typed, format) ?? (day || null)}
          locale={locale.slice(0, 2)}
          firstDayOfWeek={locale === "en-US" ? 0 : 1}
          autoFocus={autoFocus}
          flex={1}
          error={Boolean(error)}
          onChange={(next) => change(next || null, time)}
        />
        <TimeInput
          aria-label={words.t("fields.timeOf", { name })}
          value={time.slice(0, 5)}
          w={104}
          disabled={!day}
          onChange={(event) => change(day, event.currentTarget.value)}
        />
      </Group>
      {zone !== timeZone && (
        <Text size="xs" c="dimmed">
          {words.t("fields.inZone", { zone })}
        </Text>
      )}
    </GroupInput>
  );
}

/** The instant of a wall time, found by asking what the clock shows there. */
function localInstant(local: string, zone: string): string {
  const guess = Date.parse(`${local}Z`);
  const shown = Date.parse(`${wallIn(new Date(guess), zone)}:00Z`);
  return new Date(guess - (shown - guess)).toISOString().replace(/\.\d+Z$/, "Z");
}
