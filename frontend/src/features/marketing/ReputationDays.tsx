import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { BehindDay, Reputation } from "@/api/marketing";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";

const OF = ["sent", "bounced", "complained"] as const satisfies BehindDay["of"][];

/** What was counted on each day; each number opens the people behind it. */
export function ReputationDays({ days }: { days: Reputation["by_day"] }) {
  const { t } = useWords("marketing");
  const formats = useFormats();
  if (!days.length) return null;
  return (
    <Table mt="md" maw={520} aria-label={t("reputation.days")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("reputation.day")}</Table.Th>
          {OF.map((of) => (
            <Table.Th key={of} scope="col" ta="right">
              {t(`reputation.${of}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {days.map((one) => (
          <Table.Tr key={one.day}>
            <Table.Th scope="row">{formats.day(one.day)}</Table.Th>
            {OF.map((of) => (
              <Table.Td key={of} ta="right">
                {one[of] ? (
                  <Link
                    to="/settings/marketing/people"
                    search={{ day: one.day, of }}
                    aria-label={t("reputation.open", {
                      of: t(`reputation.${of}`),
                      day: formats.day(one.day),
                      n: formats.number(one[of]),
                    })}
                  >
                    {formats.number(one[of])}
                  </Link>
                ) : (
                  formats.number(0)
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
