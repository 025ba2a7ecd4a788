import { ActionIcon, Group, Text } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "../notices";
import { useShortcuts } from "../shortcuts";
import { useNeighbours } from "./neighbours";
import classes from "./RecordHead.module.css";

/** To the record before or after this one in the list that it was opened from; `k` and `j` do the same. */
export function NextPrevious({ plural, id }: { plural: string; id: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const neighbours = useNeighbours(plural, id);
  const go = (to: string | undefined) => {
    if (!to) return;
    navigate({
      to: "/records/$plural/$id",
      params: { plural, id: to },
      search: (before) => ({ tab: (before as { tab?: string }).tab }),
      replace: true,
    });
  };
  const goNext = () => neighbours?.findNext().then(go).catch(showProblem);
  useShortcuts(
    "record",
    neighbours
      ? [
          { key: "j", words: t("record.next"), run: goNext },
          { key: "k", words: t("record.previous"), run: () => go(neighbours.previous) },
        ]
      : [],
  );
  if (!neighbours) return null;
  const { at, of, goesOn, previous, hasNext } = neighbours;
  return (
    <Group gap={2} wrap="nowrap" className={classes.neighbours} data-print="never">
      <Text size="xs" c="dimmed" className="numbers" visibleFrom="md">
        {t("record.place", { at, of: `${of}${goesOn ? "+" : ""}` })}
      </Text>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t("record.previous")}
        aria-keyshortcuts="k"
        disabled={!previous}
        onClick={() => go(previous)}
      >
        <IconChevronUp size={18} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t("record.next")}
        aria-keyshortcuts="j"
        disabled={!hasNext}
        onClick={goNext}
      >
        <IconChevronDown size={18} />
      </ActionIcon>
    </Group>
  );
}
