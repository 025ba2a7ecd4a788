import { ActionIcon } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { lazy } from "react";
import { useWords } from "@/i18n/useWords";
import { OnPress } from "@/kit/OnPress";

const load = () => import("./GapPickerDrop");
const GapPickerDrop = lazy(() => load().then((module) => ({ default: module.GapPickerDrop })));

/** Puts what the record is called in one of its fields into a text. */
export function GapPicker({ name, onPick }: { name: string; onPick(gap: string): void }) {
  const { t } = useWords("automations");
  return (
    <OnPress
      target={
        <ActionIcon variant="subtle" color="gray" aria-label={t("automations.values.gap", { name })}>
          <IconBraces size={17} />
        </ActionIcon>
      }
      menu={GapPickerDrop}
      load={load}
      menuProps={{ onPick }}
    />
  );
}
