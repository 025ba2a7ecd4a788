import { Menu, Text } from "@mantine/core";
import type { ReactElement } from "react";
import { type MergeField, useMergeFields } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";

interface Props {
  target: ReactElement;
  people: string;
  onPick(gap: string): void;
}

/** A gap as the mail's language has it; what may be empty leaves nothing rather than a hole. */
const gapOf = ({ path, required }: MergeField) => (required ? `{{ ${path} }}` : `{{ ${path} | default: "" }}`);

/** The fields of a person, of their firm and of ours, by the names that people know. */
export function GapMenuDrop({ target, people, onPick }: Props) {
  const { t, label } = useWords("templates");
  const fields = useMergeFields(people).data ?? [];
  return (
    <PressedMenu target={target} width={280}>
      <Menu.Dropdown mah={340} style={{ overflowY: "auto" }}>
        <Menu.Label>{t("templates.gap")}</Menu.Label>
        {fields.map((field) => (
          <Menu.Item key={field.path} onClick={() => onPick(gapOf(field))}>
            {field.label ? label(field.label) : field.path}
            <Text size="xs" c="dimmed">
              {field.path}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </PressedMenu>
  );
}
