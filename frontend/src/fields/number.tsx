import { Text } from "@mantine/core";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";
import { useFormats } from "./useFormats";

function Display({ field, value }: DisplayProps<number>) {
  const formats = useFormats();
  return (
    <Text span inherit className="numbers">
      {formats.number(Number(value))}
      {field.unit ? ` ${field.unit}` : ""}
    </Text>
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
export const percent: FieldKit<number> = { ...number, width: 90 };
