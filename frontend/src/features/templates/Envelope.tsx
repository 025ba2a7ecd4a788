import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { useRef } from "react";
import { useSenders } from "@/api/sending";
import type { Content } from "@/api/templates";
import type { Language } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { NameInput } from "@/kit/NameInput";
import { useAim } from "./aim";
import { GapMenu } from "./GapMenu";
import { useGap } from "./useGap";

type Draft = Content & { name: string };

interface Props {
  draft: Draft;
  errors: Record<string, string>;
  onChange(part: Partial<Draft>): void;
}

/** What a reader sees before they open the mail, and in whose name it comes. */
export function Envelope({ draft, errors, onChange }: Props) {
  const { t } = useWords("templates");
  const senders = useSenders().data ?? [];
  const subject = useGap(draft.subject, (text) => onChange({ subject: text }));
  const preheader = useGap(draft.preheader ?? "", (text) => onChange({ preheader: text }));
  const part = useRef<HTMLElement>(null);
  useAim("", part);
  return (
    <section ref={part} aria-label={t("templates.envelope")}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="sm">
        <NameInput label={t("templates.name")} values={draft} errors={errors} onChange={onChange} />
        <NativeSelect
          data-at="sender"
          label={t("templates.sender")}
          description={senders.length ? undefined : t("templates.noSender")}
          data={[
            { value: "", label: t("templates.chooseSender") },
            ...senders.map((sender) => ({ value: sender.id, label: `${sender.name} · ${sender.address}` })),
          ]}
          value={draft.sender ?? ""}
          error={errors.sender}
          onChange={(event) => onChange({ sender: event.currentTarget.value || null })}
        />
      </SimpleGrid>
      <TextInput
        mt="sm"
        ref={subject.ref}
        data-at="subject"
        label={t("templates.subject")}
        required
        maxLength={300}
        value={draft.subject}
        error={errors.subject}
        rightSection={<GapMenu people="contacts" onPick={subject.insert} of={t("templates.subject")} />}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <TextInput
        mt="sm"
        ref={preheader.ref}
        data-at="preheader"
        label={t("templates.preheader")}
        description={t("templates.preheaderHint")}
        maxLength={300}
        value={draft.preheader ?? ""}
        error={errors.preheader}
        rightSection={<GapMenu people="contacts" onPick={preheader.insert} of={t("templates.preheader")} />}
        onChange={(event) => onChange({ preheader: event.currentTarget.value })}
      />
      <NativeSelect
        mt="sm"
        label={t("templates.language")}
        data={(["es", "en"] as const).map((value) => ({ value, label: t(`templates.languages.${value}`) }))}
        value={draft.language}
        onChange={(event) => onChange({ language: event.currentTarget.value as Language })}
      />
    </section>
  );
}
