import { Text } from "@mantine/core";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";

function Display({ value, short }: DisplayProps<string>) {
  return short ? (
    <Text span inherit truncate="end">
      {value}
    </Text>
  ) : (
    <Text inherit style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
      {value}
    </Text>
  );
}

export const longText: FieldKit<string> = {
  display: Display,
  input: inputOf("long_text"),
  commit: "button",
  isLong: true,
  width: 260,
};
