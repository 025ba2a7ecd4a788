import { ActionIcon, ColorSwatch, Menu, SimpleGrid } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import { COLORS, shadeOf } from "./colors";

interface Props {
  /** Whose colour it is. */
  name: string;
  value: string | null | undefined;
  onChange(color: string | null): void;
}

export function ColorMenu({ name, value, onChange }: Props) {
  const { t } = useWords("admin");
  const current = value || "gray";
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t("design.colorOf", { name })}>
          <ColorSwatch color={shadeOf(value)} size={16} withShadow={false} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <SimpleGrid cols={5} spacing={2} verticalSpacing={2}>
          {COLORS.map((color) => (
            <Menu.Item
              key={color}
              p={6}
              aria-label={t(`design.colors.${color}`)}
              onClick={() => onChange(color === "gray" ? null : color)}
            >
              <ColorSwatch color={shadeOf(color)} size={20} withShadow={false}>
                {color === current && <IconCheck size={14} color="var(--mantine-color-black)" />}
              </ColorSwatch>
            </Menu.Item>
          ))}
        </SimpleGrid>
      </Menu.Dropdown>
    </Menu>
  );
}
