import { Text } from "@mantine/core";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";

function Display({ value }: DisplayProps<string>) {
  return (
    <Text span inherit className="numbers">
      {value.slice(0, 5)}
    </Text>
  );
}

export const time: FieldKit<string> = { display: Display, input: inputOf("time"), commit: "leave", width: 90 };
