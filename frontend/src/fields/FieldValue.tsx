import { Text } from "@mantine/core";
import type { FieldMeta, RecordRow } from "@/api/types";
import { isEmpty, kitOf } from "./registry";

interface Props {
  field: FieldMeta;
  value: unknown;
  record?: RecordRow | undefined;
  short?: boolean;
}

/** A value as its type shows it, or a quiet dash. */
export function FieldValue({ field, value, record, short = false }: Props) {
  if (isEmpty(field, value))
    return short ? null : (
      <Text span inherit c="dimmed" aria-hidden>
        –
      </Text>
    );
  const { display: Display } = kitOf(field);
  return <Display field={field} value={value as never} record={record} short={short} />;
}
