import { Menu } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import type { ReactElement } from "react";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { PressedMenu } from "../PressedMenu";
import { filterable } from "./useFilterField";

interface Props {
  target: ReactElement;
  object: CompiledObject;
  onChoose(field: FieldMeta): void;
  onBuild(): void;
}

/** The menu gives the focus back to its button first; what it opens takes it after that. */
const AFTER_CLOSING = 60;

/** Which field to filter by: those that people pick from first, then all others. A typed letter goes to its field. */
export function FilterMenu({ target, object, onChoose, onBuild }: Props) {
  const { t, label } = useWords("filters");
  const fields = [...new Set([...object.filters, ...object.columns, ...filterable(object)])].filter(
    (field) => field.filterable && !field.hidden,
  );
  return (
    <PressedMenu position="bottom-start" width={250} target={target}>
      <Menu.Dropdown>
        <div role="group" tabIndex={0} aria-label={t("filter.field")} style={{ maxHeight: 320, overflowY: "auto" }}>
          {fields.map((field) => (
            <Menu.Item key={field.name} onClick={() => setTimeout(() => onChoose(field), AFTER_CLOSING)}>
              {label(field.label)}
            </Menu.Item>
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconAdjustmentsHorizontal size={16} />}
          onClick={() => setTimeout(onBuild, AFTER_CLOSING)}
        >
          {t("filter.builder")}
        </Menu.Item>
      </Menu.Dropdown>
    </PressedMenu>
  );
}
