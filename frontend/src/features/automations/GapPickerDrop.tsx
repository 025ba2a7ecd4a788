import { Menu } from "@mantine/core";
import { type ReactElement, use } from "react";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";
import { PageContext } from "./around";

/** The fields of the record, by the names that people know. */
export function GapPickerDrop({ target, onPick }: { target: ReactElement; onPick(gap: string): void }) {
  const { t, label } = useWords("automations");
  const { object } = use(PageContext);
  const fields = [...object.fields.values()].filter((field) => !field.hidden && field.type !== "lines");
  return (
    <PressedMenu target={target} width={260}>
      <Menu.Dropdown mah={340} style={{ overflowY: "auto" }}>
        <Menu.Label>{t("automations.values.gaps")}</Menu.Label>
        {fields.map((field) => (
          <Menu.Item key={field.name} onClick={() => onPick(`{{ ${field.name} }}`)}>
            {label(field.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </PressedMenu>
  );
}
