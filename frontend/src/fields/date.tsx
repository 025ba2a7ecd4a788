import { Text } from "@mantine/core";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";
import { useFormats } from "./useFormats";

function Display({ value }: DisplayProps<string>) {
  const formats = useFormats();
  return (
    <Text span inherit className="numbers" style={{ whiteSpace: "nowrap" }}>
      {formats.day(value)}
    </Text>
  );
}

export const date: FieldKit<string> = { display: Display, input: inputOf("date"), commit: "change", width: 120 };
