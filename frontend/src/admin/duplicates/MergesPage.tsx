import { Badge, Button, Skeleton, Text } from "@mantine/core";
import { IconArrowsJoin2 } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMerges } from "@/api/merges";
import type { Merge } from "@/api/recordTypes";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { MoreButton } from "@/kit/MoreButton";
import { useUnmerge } from "@/kit/merge/useUnmerge";
import { showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import classes from "./Duplicates.module.css";

/** What was merged, by whom, and the way back. */
export function MergesPage() {
  const { t } = useWords("admin");
  const merges = useMerges();
  const items = merges.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t("merges.title")}>
      {merges.isPending && <Skeleton height={160} aria-hidden />}
      {merges.isSuccess && items.length === 0 && (
        <EmptyState
          icon={<IconArrowsJoin2 size={44} stroke={1.2} />}
          title={t("merges.empty")}
          text={t("merges.emptyText")}
        >
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/settings/duplicates" />}>
            {t("merges.goDuplicates")}
          </Button>
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className={classes.list} style={{ gap: 0 }} aria-label={t("merges.list")}>
          {items.map((merge) => (
            <MergeLine key={merge.id} merge={merge} />
          ))}
        </ul>
      )}
      <MoreButton list={merges}>{t("merges.more")}</MoreButton>
    </Page>
  );
}

const DONE = "done";

function MergeLine({ merge }: { merge: Merge }) {
  const { t } = useWords("admin");
  const formats = useFormats();
  const users = useUsers();
  const unmerge = useUnmerge();
  const [isBusy, setBusy] = useState(false);
  const who = (id: string | null) => userName(users.find((user) => user.id === id)) || t("audit.someone");
  const named = (name: string | null) => name || t("merges.unnamed");
  const undo = () => {
    setBusy(true);
    unmerge(merge.id)
      .catch(showProblem)
      .finally(() => setBusy(false));
  };
  const winner = named(merge.winner.name);
  return (
    <li className={classes.told}>
      <div>
        <Text>
          <Link to="/records/$plural/$id" params={{ plural: merge.object, id: merge.winner.id }}>
            {winner}
          </Link>{" "}
          <Text span inherit c="dimmed">
            {t("merges.from", { losers: merge.losers.map((one) => named(one.name)).join(", ") })}
          </Text>
        </Text>
        <Text size="sm" c="dimmed">
          {t("merges.by", { name: who(merge.created_by), when: formats.instant(merge.created_at) })}
          {merge.moved > 0 && ` · ${t("merges.moved", { count: merge.moved })}`}
        </Text>
        {merge.undone_at && (
          <Text size="sm" c="dimmed">
            {t("merges.undone", { name: who(merge.undone_by), when: formats.instant(merge.undone_at) })}
          </Text>
        )}
      </div>
      {merge.state === DONE ? (
        <Button
          variant="default"
          size="compact-md"
          loading={isBusy}
          aria-label={t("merges.undoOf", { name: winner })}
          onClick={undo}
        >
          {t("merges.undo")}
        </Button>
      ) : (
        <Badge color={merge.state === "failed" ? "pimenton" : "gray"}>{t(`merges.states.${merge.state}`)}</Badge>
      )}
    </li>
  );
}
