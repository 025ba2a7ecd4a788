import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMaybeObject } from "@/api/objects";
import { useRelated } from "@/api/records";
import type { RecordRow, RelatedMeta } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { isEmpty, kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import { type CompiledObject, isEditable, nameOf } from "@/metadata/compile";
import { openCreate } from "./create";
import { RecordFlags } from "./RecordFlags";
import classes from "./RelatedList.module.css";

interface Props {
  object: CompiledObject;
  record: RecordRow;
  related: RelatedMeta;
}

const COLUMNS = 3;

/** The records of another object that name this one. */
export function RelatedList({ object, record, related }: Props) {
  const { t, inner, label } = useWords();
  const other = useMaybeObject(related.plural);
  const list = useRelated(object.plural, record.id, related.field);
  const records = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (!other || list.isPending) return <Skeleton height={44} aria-hidden />;
  const link = other.fields.get(related.link);
  const columns = other.columns
    .filter((field) => field.name !== other.nameField && field.name !== related.link && field.name !== "owner")
    .filter((field) => records.some((one) => !isEmpty(field, one[field.name])))
    .slice(0, COLUMNS);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text c="dimmed" size="sm">
          {records.length
            ? t("related.shown", { count: records.length, more: list.hasNextPage ? "+" : "" })
            : t("related.none", { name: inner(other.labelPlural) })}
        </Text>
        {may(other.permissions, "create") && link && isEditable(link) && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={14} />}
            onClick={() =>
              openCreate({
                plural: other.plural,
                given: {
                  [related.link]: link.multiple
                    ? link.attributes?.length
                      ? [{ id: record.id }]
                      : [record.id]
                    : record.id,
                },
                stay: true,
              })
            }
          >
            {t("create.submit", { name: inner(other.label) })}
          </Button>
        )}
      </Group>
      {records.length > 0 && (
        <section className={classes.scroll} tabIndex={0} aria-label={label(related.label)}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{label(other.fields.get(other.nameField)?.label)}</th>
                {columns.map((field) => (
                  <th key={field.name} scope="col" data-align={kitOf(field).align}>
                    {label(field.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {records.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Group gap={8} wrap="nowrap">
                      <Link
                        to="/records/$plural/$id"
                        params={{ plural: other.plural, id: one.id }}
                        className={classes.link}
                      >
                        {nameOf(one, other.nameField)}
                      </Link>
                      <RecordFlags record={one} />
                    </Group>
                  </th>
                  {columns.map((field) => (
                    <td key={field.name} data-align={kitOf(field).align}>
                      {!isEmpty(field, one[field.name]) && (
                        <FieldValue field={field} value={one[field.name]} record={one} short />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {list.hasNextPage && (
        <Button
          variant="subtle"
          size="compact-md"
          loading={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {t("related.more")}
        </Button>
      )}
    </Stack>
  );
}
