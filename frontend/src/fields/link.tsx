import { Anchor, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { FieldMeta, RecordRow } from "@/api/types";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit, LinkPair, LinkValue } from "./kit";
import { pairsOf, useLinkRef } from "./linkNames";
import { useFormats } from "./useFormats";

interface OneProps {
  field: FieldMeta;
  pair: LinkPair;
  record: RecordRow | undefined;
  short: boolean | undefined;
}

function OneLink({ field, pair, record, short }: OneProps) {
  const formats = useFormats();
  const ref = useLinkRef(field, pair.id, record);
  const dates = [pair.since, pair.until].map((day) => (day ? formats.day(day) : ""));
  const told = [pair.role, dates.some(Boolean) ? dates.join(" – ") : ""].filter(Boolean).join(", ");
  if (!ref) return <Text span inherit c="dimmed" />;
  return (
    <Group gap={6} wrap="nowrap" style={{ minWidth: 0 }}>
      <Anchor
        renderRoot={(props) => (
          <Link
            {...props}
            to="/records/$plural/$id"
            params={{ plural: ref.plural, id: ref.id }}
            draggable={false}
            onClick={(event) => event.stopPropagation()}
          />
        )}
        inherit
        truncate="end"
      >
        {ref.name}
      </Anchor>
      {!short && told && (
        <Text span size="xs" c="dimmed">
          {told}
        </Text>
      )}
    </Group>
  );
}

function Display({ field, value, record, short }: DisplayProps<LinkValue>) {
  const pairs = pairsOf(value);
  const shown = short ? pairs.slice(0, 1) : pairs;
  return (
    <Stack gap={2} style={{ minWidth: 0 }}>
      {shown.map((pair) => (
        <OneLink key={pair.id} field={field} pair={pair} record={record} short={short} />
      ))}
    </Stack>
  );
}

export const link: FieldKit<LinkValue> = {
  display: Display,
  input: inputOf("link"),
  commit: "button",
  width: 168,
  isEmpty: (value) => pairsOf(value).length === 0,
};
