import { Text } from "@mantine/core";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";

function Display({ value, short }: DisplayProps<string>) {
  return (
    <Text span inherit truncate={short ? "end" : undefined}>
      {value}
    </Text>
  );
}

export const text: FieldKit<string> = { display: Display, input: inputOf("text"), commit: "leave", width: 180 };

/** A full name is composed of its parts and never written itself. */
export const personName: FieldKit<string> = { ...text, width: 220 };
