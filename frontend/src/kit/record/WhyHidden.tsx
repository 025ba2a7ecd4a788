import { Group, Loader, Select, Stack, Text, Title } from "@mantine/core";
import { IconCheck, IconMinus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useAccess } from "@/api/shares";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { ProblemAlert } from "./ProblemAlert";
import classes from "./ShareDialog.module.css";

/** For administrators: what somebody may do with this record, and which rules say so. */
export function WhyHidden({ plural, id }: { plural: string; id: string }) {
  const { t, language, has } = useWords("records");
  const users = useUsers();
  const [who, setWho] = useState<string | null>(null);
  const access = useAccess(plural, id, who);
  const may = access.data
    ? (["read", "update", "delete", "export"] as const).filter((one) => access.data.may[one])
    : [];
  const list = new Intl.ListFormat(language).format(may.map((one) => t(`share.mayDo.${one}`)));
  return (
    <Stack gap="xs" component="section" aria-label={t("share.why")}>
      <Title order={3} fz="sm">
        {t("share.why")}
      </Title>
      <Select
        aria-label={t("share.whyWhom")}
        placeholder={t("share.whyWhom")}
        data={users.map((user) => ({ value: user.id, label: userName(user) }))}
        value={who}
        searchable
        onChange={setWho}
      />
      <ProblemAlert problem={access.error} />
      {access.isFetching && <Loader size="sm" />}
      {access.data && (
        <>
          <Text fw={550}>{may.length ? t("share.may", { list }) : t("share.mayNothing")}</Text>
          <ul className={classes.steps}>
            {access.data.steps.map((step) => {
              const key = `share.rules.${step.rule}.${step.allows === null ? "none" : step.allows ? "yes" : "no"}`;
              const Icon = step.allows ? IconCheck : step.allows === false ? IconX : IconMinus;
              return (
                <li key={step.rule} className={classes.step}>
                  <Group justify="center">
                    <Icon size={16} aria-hidden />
                  </Group>
                  <Text size="sm">{has(key) ? t(key) : step.detail}</Text>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Stack>
  );
}
