import { Anchor, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/useWords";
import type { Channel, DisplayProps } from "./kit";

export interface ChannelStyle {
  href(value: string): string;
  show(value: string): string;
}

const primaryFirst = (values: Channel[]) => [...values].sort((a, b) => Number(b.primary ?? 0) - Number(a.primary ?? 0));

export function channelDisplay(style: ChannelStyle) {
  return function ChannelDisplay({ value, short }: DisplayProps<Channel[]>) {
    const { t, i18n } = useWords();
    const shown = short ? primaryFirst(value).slice(0, 1) : primaryFirst(value);
    const labelled = (one: Channel): ReactNode => {
      if (short || !one.label) return null;
      const key = `fields.channel.${one.label}`;
      return (
        <Text span size="xs" c="dimmed" style={{ flex: "none" }}>
          {i18n.exists(key) ? t(key) : one.label}
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
