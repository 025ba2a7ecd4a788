import { Button, FileButton, Group, Input, Text } from "@mantine/core";
import { useState } from "react";
import { useChangeCompany } from "@/api/company";
import { ApiProblem } from "@/api/problems";
import type { Company } from "@/api/types";
import { useNewFile } from "@/api/uploads";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { CompanyMark } from "@/theme/CompanyMark";

const KINDS = "image/png,image/jpeg,image/webp";
const MOST_BYTES = 1_000_000;

/** The company's picture: chosen, looked at by the API, and shown at once. */
export function LogoInput({ company }: { company: Company }) {
  const { t } = useWords("admin");
  const upload = useNewFile();
  const change = useChangeCompany();
  const [error, setError] = useState("");
  const isBusy = upload.isPending || change.isPending;
  const take = async (file: File | null) => {
    if (!file) return;
    setError("");
    if (file.size > MOST_BYTES) return setError(t("company.logoTooLarge"));
    try {
      const stored = await upload.mutateAsync({ file, onProgress: () => undefined });
      await change.mutateAsync({ logo: stored.id });
      showDone(t("company.logoSaved"));
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 422) setError(t("company.logoUnfit"));
      else showProblem(problem);
    }
  };
  const remove = () =>
    change.mutate({ logo: null }, { onSuccess: () => showDone(t("company.logoRemoved")), onError: showProblem });
  return (
    <div>
      <Input.Label component="div" mb={6} id="company-logo">
        {t("company.logo")}
      </Input.Label>
      <Group gap="md" wrap="nowrap" role="group" aria-labelledby="company-logo">
        <CompanyMark name={company.name} size={56} />
        <div>
          <Group gap="xs">
            <FileButton accept={KINDS} onChange={take}>
              {(props) => (
                <Button variant="default" loading={isBusy} {...props}>
                  {company.logo ? t("company.changeLogo") : t("company.addLogo")}
                </Button>
              )}
            </FileButton>
            {company.logo && (
              <Button variant="subtle" color="gray" onClick={remove} disabled={isBusy}>
                {t("company.removeLogo")}
              </Button>
            )}
          </Group>
          <Text size="xs" c={error ? "var(--mantine-color-error)" : "dimmed"} mt={4} role={error ? "alert" : undefined}>
            {error || t("company.logoHint")}
          </Text>
        </div>
      </Group>
    </div>
  );
}
