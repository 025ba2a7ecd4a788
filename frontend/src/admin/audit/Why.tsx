import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/useWords";
import { type Picked, RecordSearch } from "@/kit/RecordSearch";
import { WhyHidden } from "@/kit/record/WhyHidden";

/** Asks for a record and a person, and tells rule by rule why they see it or do not. */
export function Why() {
  const { t } = useWords("admin");
  const [record, setRecord] = useState<Picked | null>(null);
  return (
    <Stack maw={520}>
      <Text c="dimmed">{t("audit.why.text")}</Text>
      <RecordSearch
        label={t("audit.why.record")}
        placeholder={t("audit.why.search")}
        value={record}
        onChange={setRecord}
      />
      {record && <WhyHidden key={record.id} plural={record.plural} id={record.id} />}
    </Stack>
  );
}
