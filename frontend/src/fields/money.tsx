import type { MoneyValue } from "@/api/types";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";
import { useReadFormats } from "./reading";

function Display({ value }: DisplayProps<MoneyValue>) {
  const formats = useReadFormats();
  return <span className="numbers whole">{formats.money(value)}</span>;
}

export const money: FieldKit<MoneyValue> = {
  display: Display,
  input: inputOf("money"),
  commit: "leave",
  width: 130,
  align: "end",
};
