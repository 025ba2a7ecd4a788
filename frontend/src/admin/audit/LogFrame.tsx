import { Alert, Button, Skeleton } from "@mantine/core";
import { IconAlertTriangle, IconHistory } from "@tabler/icons-react";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { problemText } from "@/kit/problemText";
import classes from "./Audit.module.css";

interface Props<T> {
  log: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>;
  children(items: T[]): ReactNode;
}

/** A log, newest first: while it comes, when there is nothing in it, and what came before. */
export function LogFrame<T>({ log, children }: Props<T>) {
  const { t } = useWords("admin");
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  if (log.isPending) return <Skeleton height={160} aria-hidden />;
  if (log.isError && items.length === 0)
    return (
      <Alert color="pimenton" icon={<IconAlertTriangle size={18} />}>
        {problemText(log.error, t)}
      </Alert>
    );
  if (items.length === 0) return <EmptyState icon={<IconHistory size={44} stroke={1.2} />} title={t("audit.empty")} />;
  return (
    <>
      <ol className={classes.log} aria-label={t("audit.title")}>
        {children(items)}
      </ol>
      {log.hasNextPage && (
        <Button variant="default" mt="md" loading={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
          {t("audit.more")}
        </Button>
      )}
    </>
  );
}
