import { Alert, Anchor, Switch } from "@mantine/core";
import { IconShieldLock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useChangeCompany } from "@/api/company";
import { ApiProblem } from "@/api/problems";
import type { Company } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import { Section } from "@/kit/Section";

/** Whether everybody needs a second step to come in. */
export function SecuritySection({ company }: { company: Company }) {
  const { t } = useWords("admin");
  const change = useChangeCompany();
  const [isRefused, setRefused] = useState(false);
  const set = async (mfa_required: boolean) => {
    setRefused(false);
    try {
      await change.mutateAsync({ mfa_required });
      showUndo(t(mfa_required ? "company.stepAsked" : "company.stepNotAsked"), () =>
        change.mutateAsync({ mfa_required: !mfa_required }),
      );
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === "mfa_first") setRefused(true);
      else showProblem(problem);
    }
  };
  return (
    <Section title={t("company.security")} text={t("company.securityText")}>
      <Switch
        label={t("company.askStep")}
        description={t("company.askStepText")}
        checked={company.mfa_required}
        disabled={change.isPending}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      {isRefused && (
        <Alert mt="md" color="pimenton" icon={<IconShieldLock size={18} />} role="alert">
          {t("company.ownStepFirst")}{" "}
          <Anchor inherit underline="always" renderRoot={(props) => <Link {...props} to="/account" />}>
            {t("company.toAccount")}
          </Anchor>
        </Alert>
      )}
    </Section>
  );
}
