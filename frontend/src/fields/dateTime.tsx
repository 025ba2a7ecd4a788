import { Text } from "@mantine/core";
import type { ZonedTime } from "@/lib/dates";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";
import { useFormats } from "./useFormats";

type Moment = string | ZonedTime;

const instantOf = (value: Moment): string => (typeof value === "string" ? value : (value.utc ?? `${value.local}Z`));

function Display({ value, short }: DisplayProps<Moment>) {
  const formats = useFormats();
  const zone = typeof value === "string" ? formats.timeZone : value.time_zone;
  return (
    <Text span inherit className="numbers" style={{ whiteSpace: "nowrap" }}>
      {formats.instant(instantOf(value), zone)}
      {!short && zone !== formats.timeZone ? ` (${zone})` : ""}
    </Text>
  );
}

export const dateTime: FieldKit<Moment> = {
  display: Display,
  input: inputOf("date_time"),
  commit: "button",
  width: 158,
};
