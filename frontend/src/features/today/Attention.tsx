import { Skeleton, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useObject, useObjects } from "@/api/objects";
import { useRecords } from "@/api/records";
import type { Filter, RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { NO_VIEW } from "@/kit/list/listState";
import { RecordFlags } from "@/kit/RecordFlags";
import { may } from "@/metadata/access";
import { nameOf } from "@/metadata/compile";
import { needy, unattended, type Whose } from "./needs";
import classes from "./Today.module.css";

const SHOWN = 6;

interface BlockProps {
  id: string;
  plural: string;
  title: string;
  filter: Filter;
  sort?: string;
  nameField: string;
  /** What is said when there is none: good news. */
  empty: string;
  aside(record: RecordRow): ReactNode;
}

/** The first few of a list, and the way to all of it. */
function Block({ id, plural, title, filter, sort, nameField, empty, aside }: BlockProps) {
  const { t } = useWords("today");
  const list = useRecords(plural, { filter, limit: SHOWN + 1, ...(sort ? { sort } : {}) });
  const records = list.data?.pages.flatMap((page) => page.items) ?? [];
  const search = { saved: NO_VIEW, layout: "list" as const, filter, ...(sort ? { sort } : {}) };
  return (
    <section aria-labelledby={id} className={classes.block}>
      <div className={classes.blockHead}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {records.length > 0 && (
          <Link to="/records/$plural" params={{ plural }} search={search} className={classes.more}>
            {t("today.all")}
            <span className={classes.hidden}>: {title}</span>
          </Link>
        )}
      </div>
      {list.isPending && <Skeleton height={36} aria-hidden />}
      {list.isSuccess && records.length === 0 && (
        <Text c="dimmed" className={classes.none}>
          <IconCircleCheck size={18} stroke={1.6} aria-hidden />
          {empty}
        </Text>
      )}
      <ul className={classes.list}>
        {records.slice(0, SHOWN).map((record) => (
          <li key={record.id} className={classes.row}>
            <span className={classes.what}>
              <Link to="/records/$plural/$id" params={{ plural, id: record.id }} className={classes.link}>
                {nameOf(record, nameField)}
              </Link>
            </span>
            {aside(record)}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function NeedyDeals({ whose }: { whose: Whose }) {
  const { t } = useWords("today");
  const object = useObject("deals");
  const amount = object.fields.get("amount");
  return (
    <Block
      id="my-deals"
      plural="deals"
      title={whose ? t("today.deals") : t("today.dealsAll")}
      filter={needy(whose, object.fields.get("stage"))}
      sort="-amount"
      nameField={object.nameField}
      empty={whose ? t("today.noDeals") : t("today.noDealsAll")}
      aside={(deal) => (
        <span className={classes.aside}>
          <RecordFlags record={deal} />
          {amount && (
            <Text span size="sm" className="numbers">
              <FieldValue field={amount} value={deal.amount} record={deal} short />
            </Text>
          )}
        </span>
      )}
    />
  );
}

export function WaitingLeads({ whose, now }: { whose: Whose; now: Date }) {
  const { t } = useWords("today");
  const formats = useFormats();
  const object = useObjects().find((one) => one.plural === "leads");
  if (!object || !may(object.permissions, "read")) return null;
  return (
    <Block
      id="my-leads"
      plural="leads"
      title={t("today.leads")}
      filter={unattended(whose, now)}
      nameField={object.name_field}
      empty={t("today.noLeads")}
      aside={(lead) => (
        <Text size="xs" c="dimmed" className={classes.aside}>
          {t("today.leadsWaiting", { when: formats.ago(String(lead.original_created_at ?? lead.created_at)) })}
        </Text>
      )}
    />
  );
}
