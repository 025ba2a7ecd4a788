import { Button, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { RecordRow } from "@/api/types";
import { kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { Details } from "@/kit/record/Details";
import { EditableField } from "@/kit/record/EditableField";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./Campaigns.module.css";
import { useMayWrite } from "./mayWrite";
import { Part } from "./Part";
import { PlanForm } from "./PlanForm";
import type { Draft } from "./plan";

const RelatedList = lazy(() => import("@/kit/record/RelatedList").then((module) => ({ default: module.RelatedList })));

interface Props {
  object: CompiledObject;
  record: RecordRow;
  draft: Draft;
  errors: Record<string, string>;
  slug: string | null;
  /** Launched, or not this person's to change. */
  isFixed: boolean;
  isLaunched: boolean;
  onChange(draft: Draft): void;
  onReview: (() => void) | undefined;
}

/** What is mailed on one side; what the campaign is about, costs and still needs on the other. */
export function PlanTab({ object, record, draft, errors, slug, isFixed, isLaunched, onChange, onReview }: Props) {
  const { t, label } = useWords("campaigns");
  const mayEdit = useMayWrite(object, record);
  const wide = object.sections.flatMap((section) => section.fields).filter((field) => kitOf(field).isWide);
  const tasks = object.related.find((one) => one.plural === "tasks");
  return (
    <div className={classes.sides}>
      <div>
        {isLaunched && (
          <Text size="sm" c="dimmed" mb="md">
            {t("campaigns.fixed")}
          </Text>
        )}
        <PlanForm draft={draft} errors={errors} slug={slug} isFixed={isFixed} onChange={onChange} />
        {onReview && (
          <div className={classes.next}>
            <Button size="md" onClick={onReview}>
              {t("campaigns.review")}
            </Button>
          </div>
        )}
      </div>
      <aside className={classes.facts} aria-label={t("plan.facts")}>
        <Details object={object} record={record} />
        {wide.map((field) => (
          <section key={field.name} aria-label={label(field.label)}>
            <EditableField object={object} field={field} record={record} mayEdit={mayEdit} isStacked />
          </section>
        ))}
        {tasks && (
          <Part title={t("plan.tasks")}>
            <Suspense fallback={null}>
              <RelatedList object={object} record={record} related={tasks} />
            </Suspense>
          </Part>
        )}
      </aside>
    </div>
  );
}
