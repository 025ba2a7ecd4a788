import { useObjects } from "@/api/objects";
import type { PlanStep } from "@/api/plans";
import { useTemplates } from "@/api/templates";
import { useWords } from "@/i18n/useWords";

const GAP = /\{\{ *([a-z0-9_]+) *\}\}/g;

/** What a step does for a record of that name, with what it was given: the mail, the subject of the task. */
export function useSaid(record: string): (step: PlanStep) => string {
  const { t, label } = useWords("plans");
  const templates = useTemplates().data;
  const objects = useObjects();
  return ({ kind, given }) => {
    const made = kind === "create_record" && objects.find((one) => one.plural === given.object);
    const verb = made ? label(made.label) : t(`plans.kinds.${kind}`, { defaultValue: kind });
    const mail = templates?.find((one) => one.id === given.template)?.name;
    const values = given.values as Record<string, unknown> | undefined;
    const subject = typeof values?.subject === "string" ? values.subject : undefined;
    const text = typeof given.text === "string" ? given.text : undefined;
    const what = mail ?? subject?.replace(GAP, (_, field: string) => (field === "name" ? record : "…")) ?? text;
    return what ? t("plans.said", { verb, what }) : verb;
  };
}
