import { Stack, TextInput } from "@mantine/core";
import type { Company } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { FormProblem } from "@/kit/FormProblem";
import { Section } from "@/kit/Section";
import { LogoInput } from "./LogoInput";
import { SaveRow } from "./SaveRow";
import { useSaved } from "./useSaved";

/** The name and the picture by which everybody knows where they are. */
export function NameSection({ company }: { company: Company }) {
  const { t } = useWords("admin");
  const form = useSaved(company, ["name"]);
  return (
    <Section title={t("company.identity")} text={t("company.identityText")}>
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <LogoInput company={company} />
          <TextInput
            label={t("company.name")}
            required
            maxLength={120}
            autoComplete="organization"
            value={form.values.name}
            error={form.errors.name}
            onChange={(event) => form.change({ name: event.currentTarget.value })}
          />
          <SaveRow form={form} />
        </Stack>
      </form>
    </Section>
  );
}
