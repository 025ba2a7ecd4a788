import { Anchor, Text } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Plan, PlanProblem } from "@/api/campaigns";
import { useTemplates } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import { placeOf, useFinding } from "@/kit/checks/useFinding";
import type { Tab } from "./CampaignPage";
import classes from "./Campaigns.module.css";

interface Props {
  problems: readonly PlanProblem[];
  plan: Plan;
  id: string;
  onTab(tab: Tab): void;
}

const missing = (field: string): PlanProblem => ({
  field,
  code: "required",
  message: "",
  severity: "error",
  variant: null,
  template: null,
  at: null,
});

/** What one knows to be missing before the API is asked to count anybody. */
export function problemsOf(plan: Plan): PlanProblem[] {
  if (plan.segments.length) return [];
  return [missing("segments"), ...(plan.variants.length ? [] : [missing("variants")])];
}

/** What speaks against a launch, each with the place where it is mended. */
export function Mending({ problems, plan, id, onTab }: Props) {
  const { t } = useWords("campaigns");
  const finding = useFinding();
  const templates = useTemplates().data;
  const toPlan = (
    <Anchor component="button" type="button" inherit underline="always" onClick={() => onTab("plan")}>
      {t("mending.toPlan")}
    </Anchor>
  );
  const told = (problem: PlanProblem): { text: string; way: ReactNode } => {
    const { field, code, message, variant, template } = problem;
    if (code === "required" && (field === "segments" || field === "variants" || field === "test"))
      return { text: t(`mending.${field}`), way: toPlan };
    if (code === "not_mailed")
      return {
        text: t("mending.not_mailed"),
        way: (
          <Link to="/records/$plural/$id" params={{ plural: "campaigns", id }}>
            {t("mending.toRecord")}
          </Link>
        ),
      };
    if (!template || code === "unknown_template")
      return {
        text: code === "unknown_template" ? t("mending.unknown_template") : t("mending.other", { message }),
        way: toPlan,
      };
    const name = templates?.find((one) => one.id === template)?.name ?? variant ?? "";
    if (code === "no_sender" || code === "not_found" || code === "domain_not_verified")
      return {
        text: t(`mending.${code}`, { template: name }),
        way:
          code === "domain_not_verified" ? (
            <Link to="/settings/sending">{t("mending.toDomains")}</Link>
          ) : (
            <Link to="/templates/$id" params={{ id: template }} search={{ at: "sender" }}>
              {t("mending.toTemplate")}
            </Link>
          ),
      };
    const text = t(plan.variants.length > 1 ? "mending.inVersion" : "mending.inTemplate", {
      name: variant,
      template: name,
      finding: finding.said(problem),
    });
    return {
      text,
      way: (
        <Link
          to="/templates/$id"
          params={{ id: template }}
          search={{ at: placeOf(problem) }}
          aria-label={t("mending.toBlockOf", { finding: text })}
        >
          {t(placeOf(problem) ? "mending.toBlock" : "mending.toTemplate")}
        </Link>
      ),
    };
  };
  return (
    <ul className={classes.mending}>
      {problems.map((problem) => {
        const { text, way } = told(problem);
        const { field, code, severity, variant, at, message } = problem;
        const Icon = severity === "error" ? IconAlertTriangle : IconInfoCircle;
        return (
          <li key={`${field} ${code} ${variant} ${at} ${message}`} data-severity={severity}>
            <Icon size={18} aria-label={finding.severity(problem)} />
            <span>
              <Text span inherit>
                {text}
              </Text>{" "}
              {way}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
