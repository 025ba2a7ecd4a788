import { Button, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useMayManage } from "@/api/objects";
import { useDomains, useDomainWrites } from "@/api/sending";
import { useWords } from "@/i18n/useWords";
import { FormProblem } from "@/kit/FormProblem";
import { problemText } from "@/kit/problemText";
import { Section } from "@/kit/Section";
import { useForm } from "@/kit/useForm";
import { DomainCard } from "./DomainCard";
import classes from "./Sending.module.css";

/** The domains whose owner the firm proves to be, so that its mail arrives as its own. */
export function Domains() {
  const { t } = useWords("admin");
  const { data: domains, error } = useDomains();
  const { add } = useDomainWrites();
  const mayAdd = useMayManage("domains", "create");
  const form = useForm({ name: "" }, async ({ name }) => {
    await add.mutateAsync(name.trim().toLowerCase());
    form.change({ name: "" });
  });
  return (
    <Section title={t("sending.domains")} text={t("sending.domainsText")}>
      <Stack>
        {!domains && !error && <Skeleton height={88} aria-hidden />}
        {!domains && error && <p role="alert">{problemText(error, t)}</p>}
        {domains && domains.length > 0 && (
          <ul className={classes.list} aria-label={t("sending.domains")}>
            {domains.map((domain) => (
              <DomainCard key={domain.id} domain={domain} />
            ))}
          </ul>
        )}
        {domains?.length === 0 && !mayAdd && <Text c="dimmed">{t("sending.noDomains")}</Text>}
        {mayAdd && (
          <form onSubmit={form.submit} className={classes.add}>
            <FormProblem problem={form.problem} />
            <TextInput
              label={t("sending.domain")}
              description={t("sending.domainHint")}
              required
              maxLength={253}
              autoCapitalize="none"
              spellCheck={false}
              value={form.values.name}
              error={form.errors.name}
              onChange={(event) => form.change({ name: event.currentTarget.value })}
            />
            <Button type="submit" variant="default" loading={form.isBusy}>
              {t("sending.addDomain")}
            </Button>
          </form>
        )}
      </Stack>
    </Section>
  );
}
