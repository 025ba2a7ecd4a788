import { Text } from "@mantine/core";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";

function Display({ value, short }: DisplayProps<string>) {
  if (short) return <span className="cut">{value}</span>;
  return (
    <Text span inherit>
      {value}
    </Text>
  );
}

export const text: FieldKit<string> = { display: Display, input: inputOf("text"), commit: "leave", width: 180 };

/** A full name is composed of its parts and never written itself. */
export const personName: FieldKit<string> = { ...text, width: 220 };
