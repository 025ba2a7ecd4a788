import { ActionIcon, Button, Group, NativeSelect, TextInput, Tooltip } from "@mantine/core";
import { IconPlus, IconStar, IconStarFilled, IconX } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import type { Channel, InputProps } from "../kit";
import { GroupInput } from "./GroupInput";

export interface ChannelInputStyle {
  /** Keys under `fields.channel` of the labels offered. */
  labels: readonly string[];
  type: "email" | "tel";
}

export function channelInput(style: ChannelInputStyle) {
  return function ChannelInput({ field, value, onChange, label, error, errors, autoFocus }: InputProps<Channel[]>) {
    const words = useWords();
    const { t } = words;
    const rows: Channel[] = value?.length ? value : [{ value: "", label: style.labels[0] ?? null, primary: true }];
    const name = label ?? words.label(field.label);
    const save = (next: Channel[]) => {
      const kept =
        next.length && !next.some((one) => one.primary) ? next.map((one, i) => ({ ...one, primary: i === 0 })) : next;
      onChange(kept.length ? kept : null);
    };
    const change = (position: number, part: Partial<Channel>) =>
      save(rows.map((one, i) => (i === position ? { ...one, ...part } : one)));
    return (
      <GroupInput label={label} name={name} required={field.required} error={errors?.["0"] ? undefined : error}>
        {rows.map((one, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <Group key={position} gap={4} wrap="nowrap" align="flex-start">
            <TextInput
              type={style.type}
              aria-label={rows.length > 1 ? t("fields.nth", { name, n: position + 1 }) : name}
              value={one.value}
              error={errors?.[`${position}.value`] ?? errors?.[String(position)]}
              flex={1}
              autoFocus={autoFocus && position === 0}
              autoComplete="off"
              onChange={(event) => change(position, { value: event.currentTarget.value })}
            />
            <NativeSelect
              aria-label={t("fields.kindOf", { name })}
              w={108}
              data={offered(style.labels, one.label).map((key) => ({
                value: key,
                label: words.i18n.exists(`fields.channel.${key}`) ? t(`fields.channel.${key}`) : key,
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
                    size={34}
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
                  size={34}
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
            onClick={() => save([...rows, { value: "", label: style.labels[rows.length] ?? "other", primary: false }])}
          >
            {t("fields.addTo", { name: words.inner(field.label) })}
          </Button>
        )}
      </GroupInput>
    );
  };
}

function offered(labels: readonly string[], current: string | null | undefined): string[] {
  const known = labels as readonly string[];
  return current && !known.includes(current) ? [current, ...known] : current ? [...known] : ["", ...known];
}
