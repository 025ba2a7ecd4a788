import { Button, Group, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./Calendar.module.css";
import type { Entry } from "./entries";

interface Props {
  object: CompiledObject;
  title: string;
  entries: readonly Entry[];
  onCreate: (() => void) | undefined;
}

/** What lies on one day, below the month of a phone. */
export function DayList({ object, title, entries, onCreate }: Props) {
  const { t, inner } = useWords("lists");
  return (
    <div className={classes.dayList}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={3} fz="md">
          {title}
        </Title>
        {onCreate && (
          <Button variant="light" size="xs" leftSection={<IconPlus size={14} />} onClick={onCreate}>
            {t("create.submit", { name: inner(object.label) })}
          </Button>
        )}
      </Group>
      {entries.length === 0 && (
        <Text c="dimmed" size="sm" py="xs">
          {t("calendar.nothing")}
        </Text>
      )}
      <ul className={classes.rows}>
        {entries.map(({ record, name, time }) => (
          <li key={record.id} className={classes.rowItem}>
            <span className={classes.time}>{time}</span>
            <Link
              to="/records/$plural/$id"
              params={{ plural: object.plural, id: record.id }}
              className={classes.rowLink}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
