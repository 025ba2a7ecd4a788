import { Badge, Group, Text } from "@mantine/core";
import type { FieldMeta, Option } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";

export function optionOf(field: FieldMeta, value: string): Option | undefined {
  return field.options?.find((option) => option.value === value);
}

/** How a step ended, where its pipeline gives it no colour of its own. */
const KIND_COLORS: Record<string, string> = { won: "albahaca", lost: "pimenton" };

export function OptionBadge({ field, value }: { field: FieldMeta; value: string }) {
  const { label } = useWords();
  const option = optionOf(field, value);
  return (
    <Badge color={option?.color || KIND_COLORS[option?.kind ?? ""] || "gray"}>
      {option ? label(option.label) : value}
    </Badge>
  );
}

function Display({ field, value }: DisplayProps<string>) {
  const { label } = useWords();
  const option = optionOf(field, value);
  if (option?.color) return <OptionBadge field={field} value={value} />;
  return (
    <Text span inherit truncate="end">
      {option ? label(option.label) : value}
    </Text>
  );
}

function StageDisplay({ field, value }: DisplayProps<string>) {
  return <OptionBadge field={field} value={value} />;
}

export const choice: FieldKit<string> = { display: Display, input: inputOf("choice"), commit: "change", width: 116 };
export const stage: FieldKit<string> = { ...choice, display: StageDisplay, input: inputOf("stage") };

function SeveralDisplay({ field, value }: DisplayProps<string[]>) {
  return (
    <Group gap={4} wrap="nowrap">
      {value.map((one) => (
        <OptionBadge key={one} field={field} value={one} />
      ))}
    </Group>
  );
}

export const multiChoice: FieldKit<string[]> = {
  display: SeveralDisplay,
  input: inputOf("multi_choice"),
  commit: "button",
  width: 180,
  isEmpty: (value) => value.length === 0,
};
