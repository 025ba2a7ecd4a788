import type { ZonedTime } from "@/lib/dates";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";
import { useReadFormats } from "./reading";

type Moment = string | ZonedTime;

const instantOf = (value: Moment): string => (typeof value === "string" ? value : (value.utc ?? `${value.local}Z`));

function Display({ value, short }: DisplayProps<Moment>) {
  const formats = useReadFormats();
  const zone = typeof value === "string" ? formats.timeZone : value.time_zone;
  return (
    <span className="numbers whole">
      {formats.instant(instantOf(value), zone)}
      {!short && zone !== formats.timeZone ? ` (${zone})` : ""}
    </span>
  );
}

export const dateTime: FieldKit<Moment> = {
  display: Display,
  input: inputOf("date_time"),
  commit: "button",
  width: 158,
};
