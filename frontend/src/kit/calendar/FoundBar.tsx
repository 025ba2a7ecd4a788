import { Button, Group, Text } from "@mantine/core";
import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import type { ListSearch } from "@/kit/list/listState";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./Calendar.module.css";
import type { Found } from "./useFound";

interface Props {
  object: CompiledObject;
  search: ListSearch;
  found: Found;
  /** The first and the last day that are shown. */
  from: string;
  to: string;
  onGo(day: string): void;
}

/** How much a search has found, how much of it lies here, and the way to what lies before and after. */
export function FoundBar({ object, search, found, from, to, onGo }: Props) {
  const { t } = useWords("lists");
  const formats = useFormats();
  const count = found.records.length;
  const before = found.days.findLast((day) => day < from);
  const after = found.days.find((day) => day > to);
  const isHere = found.days.some((day) => day >= from && day <= to);
  const told = { count, n: formats.number(count), more: found.hasMore ? "+" : "" };
  return (
    <Group gap="xs" pb="xs" className={classes.found} role="status">
      <Text size="sm" className="numbers">
        {count ? t("calendar.found", told) : t(found.isLooking ? "calendar.looking" : "calendar.foundNothing")}
        {count > 0 && !isHere && ` · ${t("calendar.elsewhere")}`}
      </Text>
      {before && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowLeft size={14} />}
          aria-label={t("calendar.foundBefore", { day: formats.day(before) })}
          onClick={() => onGo(before)}
        >
          {formats.day(before)}
        </Button>
      )}
      {after && (
        <Button
          variant="default"
          size="compact-sm"
          rightSection={<IconArrowRight size={14} />}
          aria-label={t("calendar.foundAfter", { day: formats.day(after) })}
          onClick={() => onGo(after)}
        >
          {formats.day(after)}
        </Button>
      )}
      {found.nowhere > 0 && (
        <Link to="/records/$plural" params={{ plural: object.plural }} search={{ q: search.q, layout: "list" }}>
          <Text size="sm" span>
            {t("calendar.nowhere", { count: found.nowhere })}
          </Text>
        </Link>
      )}
    </Group>
  );
}
