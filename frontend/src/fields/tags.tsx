import { Badge, Group } from "@mantine/core";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";

function Display({ value }: DisplayProps<string[]>) {
  return (
    <Group gap={4} wrap="nowrap">
      {value.map((tag) => (
        <Badge key={tag} color="gray" tt="none">
          {tag}
        </Badge>
      ))}
    </Group>
  );
}

export const tags: FieldKit<string[]> = {
  display: Display,
  input: inputOf("tags"),
  commit: "button",
  width: 160,
  isEmpty: (value) => value.length === 0,
};
