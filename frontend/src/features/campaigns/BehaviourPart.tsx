import { NativeSelect, Skeleton, Table, Text } from "@mantine/core";
import { useState } from "react";
import { type Behaviour, useBehaviour } from "@/api/campaignResults";
import type { Course } from "@/api/campaigns";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { problemText } from "@/kit/problemText";
import { Part } from "./Part";
import classes from "./Results.module.css";

const DAYS = [7, 30, 60, 90] as const;
type Effect = NonNullable<Behaviour["effect"]>;

/** Whether people bought otherwise than those who were spared, and how sure that is. */
export function BehaviourPart({ id, course }: { id: string; course: Course }) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const [days, setDays] = useState<number>(30);
  const isWanted = course.control > 0;
  const { data, error } = useBehaviour(id, days, isWanted);
  if (!isWanted)
    return (
      <Part title={t("behaviour.title")}>
        <Text size="sm" c="dimmed">
          {t("behaviour.none")}
        </Text>
      </Part>
    );
  const money = (amount: number) =>
    formats.money({ amount: amount.toFixed(2), currency: data?.currency ?? formats.currency });
  return (
    <Part
      title={t("behaviour.title")}
      aside={
        <NativeSelect
          size="xs"
          aria-label={t("behaviour.days")}
          data={DAYS.map((each) => ({ value: String(each), label: t("results.days", { count: each }) }))}
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        />
      }
    >
      {!data && !error && <Skeleton height={120} aria-hidden />}
      {error && !data && <Text size="sm">{problemText(error, t)}</Text>}
      {data && (
        <>
          {data.effect ? <Told effect={data.effect} money={money} /> : <Text c="dimmed">{t("behaviour.tooFew")}</Text>}
          <Groups told={data} />
          {!data.is_over && (
            <Text size="sm" c="dimmed">
              {t("behaviour.running", { count: data.days })}
            </Text>
          )}
        </>
      )}
    </Part>
  );
}

/** The effect in a sentence, and as a stretch that crosses nought or does not. */
function Told({ effect, money }: { effect: Effect; money(amount: number): string }) {
  const { t } = useWords("campaigns");
  const { value, low, high, is_proved } = effect;
  const from = Math.min(0, low);
  const span = Math.max(0, high) - from || 1;
  const at = (amount: number) => `${((amount - from) / span) * 100}%`;
  const said = t(value < 0 ? "behaviour.less" : "behaviour.more", { value: money(Math.abs(value)) });
  return (
    <div>
      <Text fw={600}>{is_proved ? said : t("behaviour.unproved")}</Text>
      {high > low && (
        <div className={classes.interval} aria-hidden>
          <span style={{ insetInlineStart: at(low), width: `${((high - low) / span) * 100}%` }} />
          <i style={{ insetInlineStart: at(0) }} />
          <b style={{ insetInlineStart: at(value) }} />
        </div>
      )}
      <Text size="sm" c="dimmed">
        {t("behaviour.interval", { low: money(low), high: money(high) })}
      </Text>
    </div>
  );
}

function Groups({ told }: { told: Behaviour }) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const groups = [
    ["writtenTo", told.written_to],
    ["spared", told.spared],
  ] as const;
  return (
    <section className={classes.scroll} tabIndex={0} aria-label={t("behaviour.title")}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("behaviour.group")}</Table.Th>
            {(["people", "buyersBefore", "buyersAfter", "before", "after"] as const).map((column) => (
              <Table.Th key={column} className={classes.end}>
                {t(`behaviour.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(([name, group]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{t(`behaviour.${name}`)}</Table.Th>
              <Table.Td className={classes.end}>{formats.number(group.people)}</Table.Td>
              <Table.Td className={classes.end}>{formats.number(group.buyers_before)}</Table.Td>
              <Table.Td className={classes.end}>{formats.number(group.buyers_after)}</Table.Td>
              <Table.Td className={classes.end}>{formats.money(group.before)}</Table.Td>
              <Table.Td className={classes.end}>{formats.money(group.after)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
