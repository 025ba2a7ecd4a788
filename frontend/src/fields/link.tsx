import { Anchor, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { FieldMeta, RecordRow } from "@/api/types";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit, LinkPair, LinkValue } from "./kit";
import { pairsOf, useLinkRef } from "./linkNames";
import { RecordLink } from "./RecordLink";
import { useFormats } from "./useFormats";
import { WithMore } from "./WithMore";

interface OneProps {
  field: FieldMeta;
  pair: LinkPair;
  record: RecordRow | undefined;
}

function OneLink({ field, pair, record }: OneProps) {
  const formats = useFormats();
  const ref = useLinkRef(field, pair.id, record);
  const dates = [pair.since, pair.until].map((day) => (day ? formats.day(day) : ""));
  const told = [pair.role, dates.some(Boolean) ? dates.join(" – ") : ""].filter(Boolean).join(", ");
  if (!ref) return null;
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
      {told && (
        <Text span size="xs" c="dimmed">
          {told}
        </Text>
      )}
    </Group>
  );
}

/** In a cell: the name as the record tells it, asked for only when it does not. */
function ShortLink(props: OneProps) {
  const known = props.record?.links?.[props.field.name]?.find((ref) => ref.id === props.pair.id);
  return known ? <RecordLink {...known} className="cut" /> : <AskedLink {...props} />;
}

function AskedLink({ field, pair, record }: OneProps) {
  const ref = useLinkRef(field, pair.id, record);
  return ref ? <RecordLink {...ref} className="cut" /> : null;
}

function Display({ field, value, record, short }: DisplayProps<LinkValue>) {
  const pairs = pairsOf(value);
  if (short)
    return pairs[0] ? (
      <WithMore more={pairs.length - 1}>
        <ShortLink field={field} pair={pairs[0]} record={record} />
      </WithMore>
    ) : null;
  return (
    <Stack gap={2} style={{ minWidth: 0 }}>
      {pairs.map((pair) => (
        <OneLink key={pair.id} field={field} pair={pair} record={record} />
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
