import { Text } from "@mantine/core";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";
import { kitOf } from "./registry";

/** A computed value is drawn as one of the type that it comes out as. */
function Display({ field, ...rest }: DisplayProps<unknown>) {
  const type = field.result ?? "text";
  if (type === "formula" || type === "rollup") return <Text span>{String(rest.value)}</Text>;
  const meta = { ...field, type };
  const Shown = kitOf(meta).display as FieldKit<unknown>["display"];
  return <Shown field={meta} {...rest} />;
}

export const derived: FieldKit<unknown> = {
  display: Display,
  input: inputOf("formula"),
  commit: "leave",
  width: 120,
};
