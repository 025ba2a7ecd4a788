import { Badge, Group } from "@mantine/core";
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
  // Of the colours that a firm may pick, few are dark enough for words on their own tint.
  const ink = option?.color ? { c: "var(--mantine-color-text)" } : {};
  return (
    <Badge color={option?.color || KIND_COLORS[option?.kind ?? ""] || "gray"} {...ink}>
      {option ? label(option.label) : value}
    </Badge>
  );
}

function Display({ field, value }: DisplayProps<string>) {
  const { label } = useWords();
  const option = optionOf(field, value);
  if (option?.color) return <OptionBadge field={field} value={value} />;
  return <span className="cut">{option ? label(option.label) : value}</span>;
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
