import { ActionIcon } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { lazy } from "react";
import { useWords } from "@/i18n/useWords";
import { OnPress } from "@/kit/OnPress";

const load = () => import("./GapMenuDrop");
const GapMenuDrop = lazy(() => load().then((module) => ({ default: module.GapMenuDrop })));

interface Props {
  /** The plural of the people whom the mail is for. */
  people: string;
  /** What the field goes into, for its name. */
  of: string;
  onPick(gap: string): void;
}

/** What a mail may say of whoever reads it. */
export function GapMenu({ people, of, onPick }: Props) {
  const { t } = useWords("templates");
  return (
    <OnPress
      target={
        <ActionIcon variant="subtle" color="gray" aria-label={t("templates.gapFor", { name: of })}>
          <IconBraces size={17} />
        </ActionIcon>
      }
      menu={GapMenuDrop}
      load={load}
      menuProps={{ people, onPick }}
    />
  );
}
