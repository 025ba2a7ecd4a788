import { ActionIcon, Button, Group, NativeSelect, Tooltip } from "@mantine/core";
import { IconPlus, IconStar, IconStarFilled, IconX } from "@tabler/icons-react";
import type { ClipboardEvent, ComponentType } from "react";
import { useWords } from "@/i18n/useWords";
import type { Channel, InputProps } from "../kit";
import { useGroupName } from "../labels";
import { GroupInput } from "./GroupInput";

export interface ChannelValueProps {
  name: string;
  value: string;
  error: string | undefined;
  autoFocus: boolean;
  onChange(value: string): void;
}

export interface ChannelInputStyle {
  /** Keys under `fields.channel` of the labels offered. */
  labels: readonly string[];
  /** What one value is typed into. */
  value: ComponentType<ChannelValueProps>;
}

const BETWEEN = /[\s,;|]+(?=\S+@)|[\n;|]+/;

export function channelInput({ labels, value: Value }: ChannelInputStyle) {
  return function ChannelInput({ field, value, onChange, label, error, errors, autoFocus }: InputProps<Channel[]>) {
    const words = useWords();
    const { t } = words;
    const group = useGroupName(field, label);
    const rows: Channel[] = value?.length ? value : [{ value: "", label: labels[0] ?? null, primary: true }];
    const { name } = group;
    const save = (next: Channel[]) => {
      const kept =
        next.length && !next.some((one) => one.primary) ? next.map((one, i) => ({ ...one, primary: i === 0 })) : next;
      onChange(kept.length ? kept : null);
    };
    const change = (position: number, part: Partial<Channel>) =>
      save(rows.map((one, i) => (i === position ? { ...one, ...part } : one)));
    const another = (text: string, place: number): Channel => ({
      value: text,
      label: labels[place] ?? "other",
      primary: false,
    });
    /** Several that are pasted together become a row each. */
    const paste = (event: ClipboardEvent, position: number) => {
      const several = event.clipboardData.getData("text").trim().split(BETWEEN).filter(Boolean);
      if (several.length < 2 || rows[position]?.value) return;
      event.preventDefault();
      const [first = "", ...rest] = several;
      const filled = rows.map((one, i) => (i === position ? { ...one, value: first } : one));
      save([...filled, ...rest.map((text, i) => another(text, rows.length + i))]);
    };
    return (
      <GroupInput {...group} error={errors?.["0"] || errors?.["0.value"] ? undefined : error}>
        {rows.map((one, position) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            key={position}
            gap={4}
            wrap="nowrap"
            align="flex-start"
            onPaste={(event) => paste(event, position)}
          >
            <Value
              name={rows.length > 1 ? t("fields.nth", { name, n: position + 1 }) : name}
              value={one.value}
              error={errors?.[`${position}.value`] ?? errors?.[String(position)]}
              autoFocus={Boolean(autoFocus && position === 0)}
              onChange={(text) => change(position, { value: text })}
            />
            <NativeSelect
              aria-label={t("fields.kindOf", { name })}
              w={102}
              data={kinds(labels, one.label).map((key) => ({
                value: key,
                label: words.has(`fields.channel.${key}`) ? t(`fields.channel.${key}`) : key,
              }))}
              value={one.label ?? ""}
              onChange={(event) => change(position, { label: event.currentTarget.value })}
            />
            {rows.length > 1 && (
              <>
                <Tooltip label={t("fields.primary")}>
                  <ActionIcon
                    variant="subtle"
                    color={one.primary ? undefined : "gray"}
                    size={28}
                    my={3}
                    aria-label={t("fields.makePrimary", { n: position + 1 })}
                    aria-pressed={Boolean(one.primary)}
                    onClick={() => save(rows.map((other, i) => ({ ...other, primary: i === position })))}
                  >
                    {one.primary ? <IconStarFilled size={16} /> : <IconStar size={16} />}
                  </ActionIcon>
                </Tooltip>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={28}
                  my={3}
                  aria-label={t("fields.removeNth", { n: position + 1 })}
                  onClick={() => save(rows.filter((_, i) => i !== position))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </>
            )}
          </Group>
        ))}
        {rows.some((one) => one.value) && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            style={{ alignSelf: "flex-start" }}
            onClick={() => save([...rows, another("", rows.length)])}
          >
            {t("fields.addTo", { name: words.inner(field.label) })}
          </Button>
        )}
      </GroupInput>
    );
  };
}

function kinds(labels: readonly string[], current: string | null | undefined): string[] {
  const known = labels as readonly string[];
  return current && !known.includes(current) ? [current, ...known] : current ? [...known] : ["", ...known];
}
