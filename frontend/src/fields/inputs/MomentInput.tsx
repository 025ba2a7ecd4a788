import { ActionIcon, Group, Select, Tooltip } from "@mantine/core";
import { DateInput, TimeInput } from "@mantine/dates";
import { IconWorld } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "@/i18n/useWords";
import { wallIn, type ZonedTime } from "@/lib/dates";
import { timeZones } from "@/lib/locale";
import type { InputProps } from "../kit";
import { useGroupName } from "../labels";
import { useFormats } from "../useFormats";
import { GroupInput } from "./GroupInput";
import { useDayTyping } from "./useDayTyping";

type Moment = string | ZonedTime;

const NINE = "09:00";

/** A day and a time; one that keeps its zone may be set by the clock of another place. */
export function MomentInput({ field, value, onChange, label, error, autoFocus }: InputProps<Moment>) {
  const words = useWords();
  const group = useGroupName(field, label);
  const { timeZone } = useFormats();
  const typing = useDayTyping();
  const own = value && typeof value !== "string" ? value.time_zone : timeZone;
  const [zone, setZone] = useState(own);
  const [isElsewhere, setElsewhere] = useState(own !== timeZone);
  const shownZone = value ? own : zone;
  const wall = !value ? "" : typeof value === "string" ? wallIn(new Date(value), shownZone) : value.local;
  const [day = "", time = ""] = wall.split("T");
  const { name } = group;
  const change = (nextDay: string | null, nextTime: string, nextZone = shownZone) => {
    if (!nextDay) return onChange(null);
    const local = `${nextDay}T${(nextTime || NINE).slice(0, 5)}:00`;
    onChange(field.zoned ? { local, time_zone: nextZone } : localInstant(local, nextZone));
  };
  return (
    <GroupInput {...group} error={error}>
      <Group gap={6} wrap="nowrap">
        <DateInput
          {...typing.props}
          aria-label={words.t("fields.dayOf", { name })}
          value={day || null}
          clearable
          dateParser={(typed) => typing.read(typed) ?? (day || null)}
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
        {field.zoned && !isElsewhere && (
          <Tooltip label={words.t("fields.otherZone")}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={34}
              aria-label={words.t("fields.otherZone")}
              onClick={() => setElsewhere(true)}
            >
              <IconWorld size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
      {isElsewhere && (
        <Select
          aria-label={words.t("fields.zoneOf", { name })}
          data={timeZones()}
          value={shownZone}
          searchable
          allowDeselect={false}
          limit={60}
          nothingFoundMessage={words.t("fields.noOption")}
          onChange={(next) => {
            if (!next) return;
            setZone(next);
            if (day) change(day, time, next);
          }}
        />
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
