import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";
import { useReadFormats } from "./reading";

function Display({ value }: DisplayProps<string>) {
  const formats = useReadFormats();
  return <span className="numbers whole">{formats.day(value)}</span>;
}

export const date: FieldKit<string> = { display: Display, input: inputOf("date"), commit: "change", width: 120 };
