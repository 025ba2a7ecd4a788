import { Badge, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Results } from "@/api/campaignResults";
import type { Course } from "@/api/campaigns";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { REACHED } from "./Figures";
import { Part } from "./Part";
import classes from "./Results.module.css";
import { usePercent } from "./usePercent";

const COLUMNS = [...REACHED, "unsubscribed"] as const;

/** How each wording did, and which one went on. */
export function Variants({ id, results, course }: { id: string; results: Results; course: Course | null | undefined }) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const percent = usePercent();
  const test = course?.test;
  const when = course?.test_decided_at ? formats.instant(course.test_decided_at) : "";
  return (
    <Part title={t("results.variants")}>
      <section className={classes.scroll} tabIndex={0} aria-label={t("results.variants")}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("results.variant")}</Table.Th>
              {COLUMNS.map((state) => (
                <Table.Th key={state} className={classes.end}>
                  {t(`results.states.${state}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {results.variants.map(({ name, numbers }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">
                  {name}{" "}
                  {test?.winner === name && (
                    <Badge variant="light" tt="none" miw="max-content">
                      {t("results.winner")}
                    </Badge>
                  )}
                </Table.Th>
                {COLUMNS.map((state) => {
                  const { count, rate } = numbers[state];
                  return (
                    <Table.Td key={state} className={classes.end}>
                      <Link to="/campaigns/$id/people" params={{ id }} search={{ state, variant: name }}>
                        {formats.number(count)}
                      </Link>
                      {rate !== null && state !== "sent" && <div className={classes.note}>{percent(rate)}</div>}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Text size="sm" c="dimmed">
        {test
          ? [
              t(`results.decidedBy.${test.decided_by}`, { when }),
              ...(test.is_clear ? [] : [t("results.notClear")]),
            ].join(" ")
          : t("results.notDecided")}
      </Text>
    </Part>
  );
}
