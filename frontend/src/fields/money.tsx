import { Text } from "@mantine/core";
import type { MoneyValue } from "@/api/types";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";
import { useFormats } from "./useFormats";

function Display({ value }: DisplayProps<MoneyValue>) {
  const formats = useFormats();
  return (
    <Text span inherit className="numbers" style={{ whiteSpace: "nowrap" }}>
      {formats.money(value)}
    </Text>
  );
}

export const money: FieldKit<MoneyValue> = {
  display: Display,
  input: inputOf("money"),
  commit: "leave",
  width: 130,
  align: "end",
};
