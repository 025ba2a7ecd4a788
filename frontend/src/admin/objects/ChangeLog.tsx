import { Button, Center, Skeleton, Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { DesignChange } from "@/api/designPaths";
import { designChangesQuery } from "@/api/designs";
import { useObjects } from "@/api/objects";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Difference } from "./Difference";
import classes from "./Objects.module.css";

/** Who changed the catalogue, what and when, newest first. */
export function ChangeLog() {
  const { t } = useWords("admin");
  const log = useInfiniteQuery(designChangesQuery);
  const changes = log.data?.pages.flatMap((page) => page.items) ?? [];
  if (log.isSuccess && !changes.length)
    return (
      <EmptyState
        icon={<IconHistory size={40} stroke={1.2} />}
        title={t("objects.nothingChanged")}
        text={t("objects.nothingChangedText")}
      />
    );
  return (
    <>
      {log.isPending && <Skeleton height={120} />}
      <ol className={classes.log} aria-label={t("objects.tabs.log")}>
        {changes.map((change) => (
          <Entry key={change.id} change={change} />
        ))}
      </ol>
      {log.hasNextPage && (
        <Center mt="md">
          <Button variant="default" loading={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
            {t("objects.moreChanges")}
          </Button>
        </Center>
      )}
    </>
  );
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

function Entry({ change }: { change: DesignChange }) {
  const { t, label } = useWords("admin");
  const formats = useFormats();
  const users = useUsers();
  const objects = useObjects();
  const plural = text(change.data.plural);
  const object = label(objects.find((one) => one.plural === plural)?.label_plural) || plural;
  const by = userName(users.find((user) => user.id === change.actor)) || t("objects.system");
  return (
    <li>
      <Text size="md">
        {t(`objects.log.${change.kind}`, {
          object,
          field: text(change.data.field),
          defaultValue: t("objects.log.other", { object }),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {by} · {formats.instant(change.at)}
      </Text>
      {change.changes.length > 0 && (
        <dl className={classes.changes}>
          {change.changes.map((one) => (
            <Difference key={one.field} change={one} />
          ))}
        </dl>
      )}
    </li>
  );
}
