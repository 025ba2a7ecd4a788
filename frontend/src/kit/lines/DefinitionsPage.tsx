import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { Lines } from "./Lines";

interface Props<Row> {
  title: string;
  icon: ReactNode;
  /** Undefined while they are asked for. */
  rows: readonly Row[] | undefined;
  error: unknown;
  /** What there is to say where a firm has none yet. */
  empty: { title: string; text: string };
  /** The button that begins one; nothing for those who may not. */
  create?: ReactNode;
  /** A `Line`, keyed. */
  line: (row: Row) => ReactNode;
  /** Dialogs, and what stands below the list. */
  children?: ReactNode;
}

/** The page of what a firm agrees on together: its segments, templates, automations, each a line that leads to it. */
export function DefinitionsPage<Row>({ title, icon, rows, error, empty, create, line, children }: Props<Row>) {
  const { t } = useWords();
  return (
    <Page title={title} actions={rows?.length ? create : undefined}>
      {!rows && !error && <Skeleton height={160} aria-hidden />}
      {!rows && Boolean(error) && <EmptyState icon={icon} title={problemText(error, t)} />}
      {rows?.length === 0 && (
        <EmptyState icon={icon} title={empty.title} text={empty.text}>
          {create}
        </EmptyState>
      )}
      {rows && rows.length > 0 && <Lines label={title}>{rows.map(line)}</Lines>}
      {children}
    </Page>
  );
}
