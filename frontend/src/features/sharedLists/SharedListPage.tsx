import { Button, Skeleton, Text, Title } from "@mantine/core";
import { type CSSProperties, useEffect } from "react";
import { ApiProblem } from "@/api/problems";
import { type SharedCell, type SharedPage, useSharedPages } from "@/api/sharedLists";
import { changeLanguage } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { formatDay, formatInstant } from "@/lib/dates";
import { numberFormat } from "@/lib/intl";
import { formatMoney } from "@/lib/money";
import classes from "./SharedListPage.module.css";

/** A list that a firm shared, as whoever has its link sees it: a table at a desk, cards on a phone, its mark on each. */
export function SharedListPage({ token }: { token: string }) {
  const { t } = useWords("sharedLists");
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useSharedPages(token);
  const first = data?.pages[0];
  const spoken = first?.language;
  useEffect(() => {
    if (spoken) changeLanguage(spoken);
  }, [spoken]);
  useEffect(() => {
    if (first) document.title = `${first.title} · ${first.firm}`;
  }, [first]);
  if (!first)
    return (
      <main className={classes.page}>{error ? <Gone error={error} /> : <Skeleton height={240} aria-hidden />}</main>
    );
  const rows = data.pages.flatMap((page) => page.rows as SharedCell[][]);
  return (
    <main className={classes.page} style={first.accent ? ({ "--accent": first.accent } as CSSProperties) : undefined}>
      <header className={classes.head}>
        <Text c="dimmed" size="sm">
          {first.firm}
        </Text>
        <Title order={1}>{first.title}</Title>
        <Text size="sm">{t("sharedLists.for", { name: first.recipient, when: dayOf(first) })}</Text>
      </header>
      {rows.length ? <Table page={first} rows={rows} /> : <Text mt="lg">{t("sharedLists.nothing")}</Text>}
      {hasNextPage && (
        <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t("sharedLists.more")}
        </Button>
      )}
    </main>
  );
}

const localeOf = (page: SharedPage) => (page.language === "es" ? "es-ES" : "en-GB");
const dayOf = (page: SharedPage) => formatDay(page.expires_at.slice(0, 10), localeOf(page));

function Table({ page, rows }: { page: SharedPage; rows: SharedCell[][] }) {
  const mark = `${page.recipient} · ${page.firm}`;
  return (
    <div className={classes.sheet}>
      <div className={classes.mark} aria-hidden="true" data-mark={`${mark}   `.repeat(400)} />
      <table className={classes.table}>
        <thead>
          <tr>
            {page.columns.map((column, at) => (
              <th
                key={column.label}
                scope="col"
                className={rows.some((row) => isFigure(row[at])) ? classes.figure : undefined}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no id, and none moves
            <tr key={place}>
              {row.map((cell, at) => (
                <Cell key={page.columns[at]?.label} page={page} at={at} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isFigure = (cell: SharedCell | undefined) =>
  typeof cell === "number" || (typeof cell === "object" && cell !== null);

function Cell({ page, at, cell }: { page: SharedPage; at: number; cell: SharedCell }) {
  const { t } = useWords("sharedLists");
  const column = page.columns[at];
  const truth = typeof cell === "boolean" ? t(cell ? "sharedLists.yes" : "sharedLists.no") : undefined;
  return (
    <td data-label={column?.label} className={isFigure(cell) ? classes.figure : undefined}>
      {truth ?? textOf(page, column?.type, cell)}
    </td>
  );
}

function textOf(page: SharedPage, type: string | undefined, cell: SharedCell): string {
  const locale = localeOf(page);
  if (cell === null) return "";
  if (typeof cell === "object") {
    const { amount, currency } = cell;
    return currency ? formatMoney({ amount, currency }, locale) : amount;
  }
  if (typeof cell === "number") {
    const number = numberFormat(locale, { maximumFractionDigits: 6 }).format(cell);
    return type === "percent" ? `${number} %` : number;
  }
  if (type === "date") return formatDay(String(cell), locale);
  if (type === "date_time") return formatInstant(String(cell), locale, page.time_zone);
  return String(cell);
}

function Gone({ error }: { error: unknown }) {
  const { t } = useWords("sharedLists");
  const isGone = error instanceof ApiProblem && error.status === 404;
  return (
    <>
      <Title order={1}>{t(isGone ? "sharedLists.goneTitle" : "sharedLists.unreachedTitle")}</Title>
      <Text mt="sm">{t(isGone ? "sharedLists.gone" : "sharedLists.unreached")}</Text>
    </>
  );
}
