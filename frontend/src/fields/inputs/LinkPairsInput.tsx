import { ActionIcon, Button, Group, Stack, TextInput, Tooltip } from "@mantine/core";
import { IconPlus, IconStar, IconStarFilled, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { InputProps, LinkPair, LinkValue } from "../kit";
import { useGroupName } from "../labels";
import { pairsOf } from "../linkNames";
import { DayInput } from "./DayInput";
import { GroupInput } from "./GroupInput";
import { OneLinkInput } from "./LinkInput";

const DATES: Record<"since" | "until", FieldMeta> = {
  since: { name: "since", type: "date", label: { es: "Desde", en: "Since" } },
  until: { name: "until", type: "date", label: { es: "Hasta", en: "Until" } },
};

/** Links that say more of each pair: a contact's companies with role and dates. */
export function LinkPairsInput({ field, value, onChange, label, error, errors, record }: InputProps<LinkValue>) {
  const words = useWords();
  const { t } = words;
  const group = useGroupName(field, label);
  const pairs = pairsOf(value);
  const [adding, setAdding] = useState(pairs.length === 0);
  const has = (attribute: string) => Boolean(field.attributes?.includes(attribute));
  const save = (next: LinkPair[]) => onChange(next.length ? next : null);
  const change = (position: number, part: Partial<LinkPair>) =>
    save(pairs.map((pair, i) => (i === position ? { ...pair, ...part } : pair)));
  const one: FieldMeta = { ...field, multiple: false, required: false };
  return (
    <GroupInput {...group} error={error}>
      {pairs.map((pair, position) => (
        <Stack key={pair.id} gap={4}>
          <Group gap={4} wrap="nowrap">
            <div style={{ flex: 1, minWidth: 0 }}>
              <OneLinkInput
                field={{ ...one, required: true }}
                value={pair.id}
                record={record}
                error={errors?.[String(position)] ?? errors?.[`${position}.id`]}
                onChange={(id) => typeof id === "string" && change(position, { id })}
              />
            </div>
            {has("primary") && pairs.length > 1 && (
              <Tooltip label={t("fields.primary")}>
                <ActionIcon
                  variant="subtle"
                  size={34}
                  aria-label={t("fields.makePrimary", { n: position + 1 })}
                  aria-pressed={Boolean(pair.primary)}
                  onClick={() => save(pairs.map((other, i) => ({ ...other, primary: i === position })))}
                >
                  {pair.primary ? <IconStarFilled size={16} /> : <IconStar size={16} />}
                </ActionIcon>
              </Tooltip>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={34}
              aria-label={t("fields.removeNth", { n: position + 1 })}
              onClick={() => save(pairs.filter((_, i) => i !== position))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
          <Group gap={6} grow>
            {has("role") && (
              <TextInput
                placeholder={t("fields.role")}
                aria-label={t("fields.role")}
                value={pair.role ?? ""}
                maxLength={80}
                onChange={(event) => change(position, { role: event.currentTarget.value || null })}
              />
            )}
            {(["since", "until"] as const).filter(has).map((side) => (
              <DayInput
                key={side}
                field={DATES[side]}
                value={pair[side] ?? null}
                error={errors?.[`${position}.${side}`]}
                onChange={(day) => change(position, { [side]: day })}
              />
            ))}
          </Group>
        </Stack>
      ))}
      {adding ? (
        <OneLinkInput
          field={one}
          value={null}
          onChange={(id) => {
            if (typeof id !== "string" || pairs.some((pair) => pair.id === id)) return;
            save([...pairs, { id, ...(has("primary") ? { primary: pairs.length === 0 } : {}) }]);
            setAdding(false);
          }}
        />
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: "flex-start" }}
          onClick={() => setAdding(true)}
        >
          {t("fields.addTo", { name: words.inner(field.label) })}
        </Button>
      )}
    </GroupInput>
  );
}
