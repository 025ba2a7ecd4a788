import { Skeleton, Table, Text } from "@mantine/core";
import { type SegmentDay, useSegmentHistory } from "@/api/segments";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./Segments.module.css";

const FEWEST_DAYS = 14;

/** How many were in a segment day by day, who came in and who left; the newest first. */
export function History({ id }: { id: string }) {
  const { t } = useWords("segments");
  const formats = useFormats();
  const { data: days, error } = useSegmentHistory(id);
  if (error) return <Text c="dimmed">{t("segments.noHistory")}</Text>;
  if (!days) return <Skeleton height={160} aria-hidden />;
  const most = Math.max(1, ...days.map((day) => day.size));
  const shown = sinceBegun(days);
  const moved = days.filter((day) => day.entered || day.left);
  return (
    <section aria-label={t("segments.history")}>
      <figure className={classes.chart}>
        <span className={classes.most}>{formats.number(most)}</span>
        <div
          className={classes.bars}
          role="img"
          aria-label={t("segments.chartOf", {
            from: formats.number(shown[0]?.size ?? 0),
            to: formats.number(shown.at(-1)?.size ?? 0),
            count: shown.length,
          })}
        >
          {shown.map((day) => (
            <span
              key={day.day}
              title={`${formats.day(day.day)}: ${formats.number(day.size)}`}
              style={{ height: `${(day.size / most) * 100}%` }}
            />
          ))}
        </div>
        <figcaption className={classes.axis}>
          <span>{formats.day(shown[0]?.day ?? "")}</span>
          <span>{t("segments.today")}</span>
        </figcaption>
      </figure>
      {moved.length === 0 ? (
        <Text c="dimmed">{t("segments.noMoves")}</Text>
      ) : (
        <Table aria-label={t("segments.history")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("segments.day")}</Table.Th>
              <Table.Th ta="right">{t("segments.entered")}</Table.Th>
              <Table.Th ta="right">{t("segments.left")}</Table.Th>
              <Table.Th ta="right">{t("segments.size")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {moved.map((day) => (
              <Table.Tr key={day.day}>
                <Table.Td>{formats.day(day.day)}</Table.Td>
                <Table.Td ta="right">{formats.number(day.entered)}</Table.Td>
                <Table.Td ta="right">{formats.number(day.left)}</Table.Td>
                <Table.Td ta="right">{formats.number(day.size)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

/** The days of a chart, the oldest first: from the first that tells something, or two weeks where that was since. */
function sinceBegun(days: readonly SegmentDay[]): SegmentDay[] {
  const begun = days.findLastIndex((day) => day.size || day.entered || day.left);
  return days.slice(0, Math.max(begun + 1, FEWEST_DAYS)).reverse();
}
