import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Company } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { FormProblem } from "@/kit/FormProblem";
import { Section } from "@/kit/Section";
import classes from "./Company.module.css";
import { clockOf, copied, DAYS, type Day, type Shift, shiftAfter, wrongShifts } from "./hours";
import { SaveRow } from "./SaveRow";
import { useSaved } from "./useSaved";

/** When the company works: what is due tomorrow is due on the next of these days. */
export function HoursSection({ company }: { company: Company }) {
  const { t, language } = useWords("admin");
  const form = useSaved(company, ["working_hours"]);
  const hours = form.values.working_hours;
  const set = (day: Day, shifts: Shift[]) => form.change({ working_hours: { ...hours, [day]: shifts } });
  const isFit = DAYS.every((day) => wrongShifts(hours[day]).length === 0);
  return (
    <Section title={t("company.hours")} text={t("company.hoursText")}>
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <div>
            {DAYS.map((day, at) => (
              <DayRow
                key={day}
                name={dayName(at, language)}
                shifts={hours[day]}
                onChange={(shifts) => set(day, shifts)}
              />
            ))}
          </div>
          <Group>
            <Button variant="default" size="compact-md" onClick={() => form.change({ working_hours: copied(hours) })}>
              {t("company.copyMonday")}
            </Button>
          </Group>
          <SaveRow form={{ ...form, isChanged: form.isChanged && isFit }} />
        </Stack>
      </form>
    </Section>
  );
}

function DayRow({ name, shifts, onChange }: { name: string; shifts: Shift[]; onChange(shifts: Shift[]): void }) {
  const { t } = useWords("admin");
  const wrong = wrongShifts(shifts);
  const change = (at: number, part: Partial<Shift>) =>
    onChange(shifts.map((shift, one) => (one === at ? { ...shift, ...part } : shift)));
  return (
    <div className={classes.dayRow} role="group" aria-label={name}>
      <Checkbox
        label={name}
        mt={8}
        checked={shifts.length > 0}
        onChange={(event) => onChange(event.currentTarget.checked ? [shiftAfter(undefined)] : [])}
      />
      <div className={classes.shifts}>
        {shifts.length === 0 && (
          <Text c="dimmed" mt={8}>
            {t("company.closed")}
          </Text>
        )}
        {shifts.map((shift, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shift has no name but its place in the day
          <div className={classes.shift} key={at}>
            {(["from", "to"] as const).map((end) => (
              <TextInput
                key={end}
                inputMode="numeric"
                className={classes.time}
                aria-label={t(`company.${end}`, { day: name, number: at + 1 })}
                required
                maxLength={5}
                value={shift[end]}
                error={wrong.includes(at)}
                onFocus={(event) => event.currentTarget.select()}
                onChange={(event) => change(at, { [end]: event.currentTarget.value })}
                onBlur={(event) => change(at, { [end]: clockOf(event.currentTarget.value) })}
              />
            ))}
            {shifts.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t("company.removeShift", { day: name, number: at + 1 })}
                onClick={() => onChange(shifts.filter((_, one) => one !== at))}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
            {at === shifts.length - 1 && shifts.length < 4 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t("company.addShift", { day: name })}
                onClick={() => onChange([...shifts, shiftAfter(shift)])}
              >
                <IconPlus size={16} />
              </ActionIcon>
            )}
          </div>
        ))}
        {wrong.length > 0 && (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {t("company.wrongHours")}
          </Text>
        )}
      </div>
    </div>
  );
}

/** The name of the nth day of the week, Monday first; 2 January 2023 was one. */
function dayName(at: number, language: string): string {
  const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(
    Date.UTC(2023, 0, 2 + at),
  );
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
