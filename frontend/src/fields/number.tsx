import type { FieldMeta } from "@/api/types";
import { formatMinutes } from "@/lib/durations";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";
import { useReadFormats } from "./reading";

/** What the figure counts; a percentage says so by its type. */
export function unitOf(field: FieldMeta): string | undefined {
  return field.unit || (field.type === "percent" || field.result === "percent" ? "%" : undefined);
}

function Display({ field, value }: DisplayProps<number>) {
  const formats = useReadFormats();
  const unit = unitOf(field);
  return (
    <span className="numbers whole">
      {unit === "min" ? formatMinutes(Number(value), formats.number) : formats.number(Number(value))}
      {unit && unit !== "min" ? ` ${unit}` : ""}
    </span>
  );
}

export const number: FieldKit<number> = {
  display: Display,
  input: inputOf("number"),
  commit: "leave",
  width: 110,
  align: "end",
};

export const integer: FieldKit<number> = { ...number, input: inputOf("integer") };

/** 25 means 25 %. */
export const percent: FieldKit<number> = { ...number, input: inputOf("percent"), width: 90 };
