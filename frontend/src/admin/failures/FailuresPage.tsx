import { Chip, Group, Skeleton, Text } from "@mantine/core";
import { IconMoodCheck } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { FAILURE_KINDS, type FailureKind, useFailureCounts, useFailures } from "@/api/failures";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { MoreButton } from "@/kit/MoreButton";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { AllOfKind } from "./AllOfKind";
import { FailureLine } from "./FailureLine";
import classes from "./Failures.module.css";

/** A page that asks for a kind may be short of others; a few more are read before somebody has to ask. */
const ENOUGH = 15;
const MOST_PAGES = 8;

/** Everything of the firm that failed for good, to be tried again or let rest. */
export function FailuresPage({ kind }: { kind: FailureKind | undefined }) {
  const { t } = useWords("failures");
  const failures = useFailures(kind);
  const counts = useFailureCounts().data;
  const shown = failures.data?.pages.flatMap((page) => page.items);
  const { hasNextPage, isFetching, fetchNextPage } = failures;
  const isShort = (shown?.length ?? 0) < ENOUGH && (failures.data?.pages.length ?? 0) < MOST_PAGES;
  useEffect(() => {
    if (isShort && hasNextPage && !isFetching) fetchNextPage();
  }, [isShort, hasNextPage, isFetching, fetchNextPage]);
  const count = kind && counts ? counts.kinds[kind] : 0;
  return (
    <Page title={t("failures.title")}>
      <Text c="dimmed" mb="md" maw={680}>
        {t("failures.text")}
      </Text>
      {counts && counts.total > 0 && <Kinds kind={kind} />}
      {kind && count > 0 && (
        <div className={classes.all}>
          <AllOfKind kind={kind} count={count} />
        </div>
      )}
      {!shown && !failures.error && <Skeleton height={160} aria-hidden />}
      {!shown && failures.error && <p role="alert">{problemText(failures.error, t)}</p>}
      {shown?.length === 0 && !hasNextPage && (
        <EmptyState
          icon={<IconMoodCheck size={44} stroke={1.2} />}
          title={t(kind && counts?.total ? "failures.emptyOfKind" : "failures.empty")}
          {...(kind && counts?.total ? {} : { text: t("failures.emptyText") })}
        />
      )}
      {shown && shown.length > 0 && (
        <ul className={classes.list} aria-label={t("failures.title")} aria-busy={failures.isPlaceholderData}>
          {shown.map((failure) => (
            <FailureLine key={failure.id} failure={failure} />
          ))}
        </ul>
      )}
      <MoreButton list={failures}>{t("failures.more")}</MoreButton>
    </Page>
  );
}

/** The kinds of which there are any, each with how many. */
function Kinds({ kind }: { kind: FailureKind | undefined }) {
  const { t } = useWords("failures");
  const formats = useFormats();
  const navigate = useNavigate();
  const counts = useFailureCounts().data;
  const there = FAILURE_KINDS.filter((one) => one === kind || counts?.kinds[one]);
  const choose = (value: string) =>
    navigate({
      to: "/settings/failures",
      search: value === "all" ? {} : { kind: value as FailureKind },
      replace: true,
    });
  return (
    <Chip.Group value={kind ?? "all"} onChange={(value) => choose(String(value))}>
      <Group gap={8} role="radiogroup" aria-label={t("failures.filter")} mb="md">
        <Chip value="all" size="sm">
          {t("failures.kinds.all", { n: formats.number(counts?.total ?? 0) })}
        </Chip>
        {there.map((one) => (
          <Chip key={one} value={one} size="sm">
            {t(`failures.kinds.${one}`, { n: formats.number(counts?.kinds[one] ?? 0) })}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
