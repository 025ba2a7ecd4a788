import { Button, Checkbox, Menu, NativeSelect, Select, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMe } from "@/api/me";
import { useSegments } from "@/api/segments";
import type { EventPredicate, MemberPredicate, Predicate } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { PredicateParts } from "@/kit/filters/FilterGroup";
import { PeriodValue } from "@/kit/filters/SpanValue";
import type { CompiledObject } from "@/metadata/compile";
import { COUNTS, Compare, Count } from "./Compare";
import { atLeastOne, COUNTED, firstRelation, Related, type RowProps } from "./Related";
import classes from "./Segments.module.css";

const EVENTS = [
  "mail_opened",
  "mail_clicked",
  "mail_delivered",
  "mail_sent",
  "mail_bounced",
  "mail_complained",
  "mail_unsubscribed",
  "consent_given",
  "consent_withdrawn",
  "form_sent",
] as const;
const WHENS = ["ever", "during", "between", "since", "until"] as const;
const HUMAN = new Set<string>(["mail_opened", "mail_clicked"]);

/** One thing that only segments ask, in its row. */
function Row({ object, predicate, onChange }: RowProps<Predicate>) {
  if ("related" in predicate)
    return <Related object={object} predicate={predicate} onChange={onChange} inside={COUNTED} />;
  if ("event" in predicate) return <Happened predicate={predicate} onChange={onChange} />;
  return <Member object={object} predicate={predicate} onChange={onChange} />;
}

/** How often something happened to somebody. */
function Happened({ predicate, onChange }: Omit<RowProps<EventPredicate>, "object">) {
  const { t } = useWords("segments");
  const op = predicate.op ?? "gte";
  const { since, until } = predicate;
  const when = predicate.during ? "during" : since && until ? "between" : since ? "since" : until ? "until" : "ever";
  const { during: _, since: __, until: ___, ...timeless } = predicate;
  const chooseWhen = (next: string) =>
    onChange({
      ...timeless,
      ...(next === "during" ? { during: "last_30_days" } : {}),
      ...(next === "since" || next === "between" ? { since: since ?? `${new Date().getFullYear()}-01-01` } : {}),
      ...(next === "until" || next === "between" ? { until: until ?? new Date().toISOString().slice(0, 10) } : {}),
    });
  return (
    <>
      <div className={classes.parts}>
        <NativeSelect
          aria-label={t("segments.event")}
          data={EVENTS.map((value) => ({ value, label: t(`segments.events.${value}`) }))}
          value={predicate.event}
          onChange={(event) => onChange({ ...timeless, event: event.currentTarget.value, where: null })}
        />
        <Compare ops={COUNTS} value={op} onChange={(next) => onChange({ ...predicate, op: next })} />
        <Count op={op} value={predicate.value ?? 1} onChange={(value) => onChange({ ...predicate, value })} />
        <NativeSelect
          aria-label={t("segments.when")}
          data={WHENS.map((value) => ({ value, label: t(`segments.whens.${value}`) }))}
          value={when}
          onChange={(event) => chooseWhen(event.currentTarget.value)}
        />
        {when === "during" && (
          <PeriodValue value={predicate.during} onChange={(during) => onChange({ ...predicate, during })} />
        )}
        {(["since", "until"] as const).map(
          (bound) =>
            predicate[bound] && (
              <TextInput
                key={bound}
                type="date"
                aria-label={t(`segments.${bound}Day`)}
                value={predicate[bound] ?? ""}
                onChange={(event) =>
                  event.currentTarget.value && onChange({ ...predicate, [bound]: event.currentTarget.value })
                }
              />
            ),
        )}
      </div>
      {HUMAN.has(predicate.event) && (
        <Checkbox
          mt={8}
          label={t("segments.people")}
          checked={predicate.where?.human === true}
          onChange={(event) => onChange({ ...predicate, where: event.currentTarget.checked ? { human: true } : null })}
        />
      )}
    </>
  );
}

function Member({ object, predicate, onChange }: RowProps<MemberPredicate>) {
  const { t } = useWords("segments");
  const segments = useSegments().data ?? [];
  return (
    <div className={classes.parts}>
      <Text size="sm">{t("segments.segment")}</Text>
      <Select
        aria-label={t("segments.segment")}
        data={segments.filter((one) => one.object === object.plural).map((one) => ({ value: one.id, label: one.name }))}
        value={predicate.segment}
        allowDeselect={false}
        searchable
        onChange={(segment) => segment && onChange({ segment })}
      />
    </div>
  );
}

/** Offers what only segments ask, beside a condition on a field. */
function Add({ object, onAdd }: { object: CompiledObject; onAdd(predicate: Predicate): void }) {
  const { t } = useWords("segments");
  const segments = useSegments().data?.filter((one) => one.object === object.plural) ?? [];
  const { tenant } = useMe();
  const first = firstRelation(object);
  const other = segments[0];
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />}>
          {t("segments.addMore")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={tenant.name}>
        {first && <Menu.Item onClick={() => onAdd(atLeastOne(first))}>{t("segments.addRelated")}</Menu.Item>}
        {object.features.reachable && (
          <Menu.Item
            onClick={() =>
              onAdd({
                event: "mail_opened",
                of: "count",
                op: "gte",
                value: 1,
                during: "last_30_days",
                where: { human: true },
              })
            }
          >
            {t("segments.addEvent")}
          </Menu.Item>
        )}
        {other && <Menu.Item onClick={() => onAdd({ segment: other.id })}>{t("segments.addSegment")}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

export const PREDICATES: PredicateParts = { Row, Add };
