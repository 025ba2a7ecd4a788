import { Group, Text } from "@mantine/core";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit, FileValue } from "./kit";

export function filesOf(value: FileValue | FileValue[] | null | undefined): FileValue[] {
  if (!value) return [];
  return Array.isArray(value) ? value : [value];
}

function Display({ value }: DisplayProps<FileValue | FileValue[]>) {
  return (
    <Group gap={6} wrap="nowrap">
      {filesOf(value).map((file) => (
        <Text key={file.id} span inherit truncate="end">
          {file.name}
        </Text>
      ))}
    </Group>
  );
}

export const file: FieldKit<FileValue | FileValue[]> = {
  display: Display,
  input: inputOf("file"),
  commit: "button",
  width: 180,
  isEmpty: (value) => filesOf(value).length === 0,
};
