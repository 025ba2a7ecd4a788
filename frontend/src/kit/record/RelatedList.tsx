import { Group, Skeleton, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useState } from "react";
import { useMaybeObject } from "@/api/objects";
import { useRelated } from "@/api/records";
import type { FieldMeta, RecordRow, RelatedMeta } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty, kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { MoreButton } from "@/kit/MoreButton";
import type { CompiledObject } from "@/metadata/compile";
import { LinkExisting } from "./LinkExisting";
import { NewRelated } from "./NewRelated";
import classes from "./RelatedList.module.css";
import { RelatedName } from "./RelatedName";
import { Unlink } from "./Unlink";

interface Props {
  object: CompiledObject;
  record: RecordRow;
  related: RelatedMeta;
}

const COLUMNS = 3;
/** Who answers for it and when it was written matter less here than what it is. */
const BESIDE = new Set(["owner", "created_at", "updated_at"]);

/** Up, down, as it was. */
const nextSort = (current: string | undefined, name: string) =>
  current === name ? `-${name}` : current === `-${name}` ? undefined : name;

/** The records of another object that name this one: sorted, created, linked and unlinked. */
export function RelatedList({ object, record, related }: Props) {
  const { t, inner, label } = useWords("records");
  const other = useMaybeObject(related.plural);
  const isPhone = useMediaQuery("(max-width: 36em)") ?? false;
  const [sort, setSort] = useState<string | undefined>();
  const list = useRelated(object.plural, record.id, related, sort);
  const records = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (!other || list.isPending) return <Skeleton height={44} aria-hidden />;
  const link = other.fields.get(related.link);
  const columns = other.columns
    .filter((field) => field.name !== other.nameField && field.name !== related.link && !BESIDE.has(field.name))
    .filter((field) => records.some((one) => !isEmpty(field, one[field.name])))
    .slice(0, COLUMNS);
  const name = other.fields.get(other.nameField);
  const head = { sort, onSort: (field: string) => setSort((before) => nextSort(before, field)) };
  return (
    <Stack gap="sm" data-print={records.length ? undefined : "nothing"}>
      <Group justify="space-between" gap="xs">
        <Text c="dimmed" size="sm">
          {records.length
            ? t("related.shown", { count: records.length, more: list.hasNextPage ? "+" : "" })
            : t("related.none", { name: inner(other.labelPlural) })}
        </Text>
        <Group gap="xs" data-print="never">
          {link && <LinkExisting other={other} link={link} record={record} linked={records} />}
          {link && <NewRelated other={other} link={link} record={record} />}
        </Group>
      </Group>
      {records.length > 0 &&
        (isPhone ? (
          <ul className={classes.cards} aria-label={label(related.label)}>
            {records.map((one) => (
              <li key={one.id} className={classes.card}>
                <div className={classes.cardText}>
                  <RelatedName other={other} record={one} />
                  {columns.map((field) =>
                    isEmpty(field, one[field.name]) ? null : (
                      <Text key={field.name} size="sm" c="dimmed" component="div" truncate="end">
                        {label(field.label)}: <FieldValue field={field} value={one[field.name]} record={one} short />
                      </Text>
                    ),
                  )}
                </div>
                {link && <Unlink other={other} link={link} of={record} record={one} />}
              </li>
            ))}
          </ul>
        ) : (
          <section className={classes.scroll} tabIndex={0} aria-label={label(related.label)}>
            <table className={classes.table}>
              <thead>
                <tr>
                  {name && <Head field={name} {...head} />}
                  {columns.map((field) => (
                    <Head key={field.name} field={field} {...head} />
                  ))}
                  <th scope="col" className={classes.last} aria-label={t("related.actions")} />
                </tr>
              </thead>
              <tbody>
                {records.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <RelatedName other={other} record={one} />
                    </th>
                    {columns.map((field) => (
                      <td key={field.name} data-align={kitOf(field).align}>
                        {!isEmpty(field, one[field.name]) && (
                          <FieldValue field={field} value={one[field.name]} record={one} short />
                        )}
                      </td>
                    ))}
                    <td className={classes.last}>
                      {link && <Unlink other={other} link={link} of={record} record={one} />}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      <MoreButton list={list}>{t("related.more")}</MoreButton>
    </Stack>
  );
}

interface HeadProps {
  field: FieldMeta;
  sort: string | undefined;
  onSort(field: string): void;
}

function Head({ field, sort, onSort }: HeadProps) {
  const { label } = useWords("records");
  const way = sort === field.name ? "ascending" : sort === `-${field.name}` ? "descending" : undefined;
  const Arrow = way === "descending" ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" data-align={kitOf(field).align} aria-sort={way}>
      {field.sortable ? (
        <button type="button" className={classes.sort} onClick={() => onSort(field.name)}>
          {label(field.label)}
          {way && <Arrow size={12} aria-hidden />}
        </button>
      ) : (
        label(field.label)
      )}
    </th>
  );
}
