import { Anchor, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/useWords";
import type { Channel, DisplayProps } from "./kit";
import { WithMore } from "./WithMore";

export interface ChannelStyle {
  href(value: string): string;
  show(value: string): string;
}

const primaryFirst = (values: Channel[]) => [...values].sort((a, b) => Number(b.primary ?? 0) - Number(a.primary ?? 0));

export function channelDisplay(style: ChannelStyle) {
  return function ChannelDisplay({ value, short }: DisplayProps<Channel[]>) {
    const { t, has } = useWords();
    const shown = primaryFirst(value);
    const [first] = shown;
    if (short)
      return first ? (
        <WithMore more={shown.length - 1}>
          <a href={style.href(first.value)} className="cut numbers" onClick={(event) => event.stopPropagation()}>
            {style.show(first.value)}
          </a>
        </WithMore>
      ) : null;
    const labelled = (one: Channel): ReactNode => {
      if (!one.label) return null;
      const key = `fields.channel.${one.label}`;
      return (
        <Text span size="xs" c="dimmed" style={{ flex: "none" }}>
          {has(key) ? t(key) : one.label}
        </Text>
      );
    };
    return (
      <Stack gap={2}>
        {shown.map((one) => (
          <Group key={one.value} gap={6} wrap="nowrap">
            <Anchor
              href={style.href(one.value)}
              inherit
              truncate="end"
              className="numbers"
              onClick={(event) => event.stopPropagation()}
            >
              {style.show(one.value)}
            </Anchor>
            {labelled(one)}
          </Group>
        ))}
      </Stack>
    );
  };
}

/** Leaves out the rows that were never filled in. */
export function cleanChannels(values: Channel[]): Channel[] | null {
  const filled = values
    .filter((one) => one.value.trim())
    .map(({ value, label, primary }) => ({
      value: value.trim(),
      ...(label ? { label } : {}),
      primary: Boolean(primary),
    }));
  return filled.length ? filled : null;
}
