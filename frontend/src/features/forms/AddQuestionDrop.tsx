import { Menu } from "@mantine/core";
import type { ReactElement } from "react";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";

interface Props {
  target: ReactElement;
  fields: readonly FieldMeta[];
  onAdd(field: string): void;
}

/** What else the form can ask. */
export function AddQuestionDrop({ target, fields, onAdd }: Props) {
  const { label } = useWords("forms");
  return (
    <PressedMenu target={target} position="bottom-start" width={260}>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {fields.map((field) => (
          <Menu.Item key={field.name} onClick={() => onAdd(field.name)}>
            {label(field.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </PressedMenu>
  );
}
