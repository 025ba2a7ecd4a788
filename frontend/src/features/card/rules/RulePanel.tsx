import { Button, Group, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { type ActionRule, useRuleWrites } from "@/api/actionRules";
import { useMaybeObject, useMayManage, useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { FormProblem } from "@/kit/FormProblem";
import { ConditionTree } from "@/kit/filters/ConditionTree";
import type { PredicateParts } from "@/kit/filters/FilterGroup";
import { LeaveGuard } from "@/kit/LeaveGuard";
import { NameInput } from "@/kit/NameInput";
import { showDone } from "@/kit/notices";
import { SidePanel } from "@/kit/SidePanel";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";
import { ActionPart } from "./ActionPart";
import { contentOf, draftOf } from "./draft";
import { FiguresPart } from "./FiguresPart";
import classes from "./Rules.module.css";
import { TryPart } from "./TryPart";
import { WordsPart } from "./WordsPart";

const RemoveRule = lazy(() => import("./RemoveRule").then((module) => ({ default: module.RemoveRule })));

interface Props {
  /** Null for a new one. */
  rule: ActionRule | null;
  /** The priority after which nothing comes. */
  last: number;
  predicates: PredicateParts;
  onClose(): void;
}

const WIDTH = 620;

/** One rule: for whom, when, what is said and done; tried on a customer before it is kept. */
export function RulePanel({ rule, last, predicates, onClose }: Props) {
  const { t, label } = useWords("actionRules");
  const customers = useObjects().filter((one) => one.features.customer);
  const [isRemoving, setRemoving] = useState(false);
  const { create, change } = useRuleWrites();
  const mayWrite = useMayManage("action_rules", rule ? "update" : "create");
  const mayDelete = useMayManage("action_rules", "delete");
  const once = useOnce();
  const kept = draftOf(rule, customers[0]?.plural ?? "", last);
  const form = useForm(kept, async (draft) => {
    const wish = { ...draft, name: draft.name.trim() };
    if (rule) await change.mutateAsync({ ...wish, id: rule.id, version: rule.version });
    else await once(wish, (key) => create.mutateAsync({ ...wish, once: key }));
    showDone(t("actionRules.saved"));
    onClose();
  });
  const { values: draft, errors } = form;
  const object = useMaybeObject(draft.object || undefined);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(kept);
  return (
    <SidePanel title={rule ? rule.name : t("actionRules.create")} size={WIDTH} onClose={onClose}>
      <form onSubmit={form.submit}>
        <Stack gap="md">
          <FormProblem problem={form.problem} />
          <NameInput label={t("actionRules.name")} values={draft} errors={errors} onChange={form.change} />
          <Select
            label={t("actionRules.object")}
            data={customers.map((one) => ({ value: one.plural, label: label(one.label_plural) }))}
            value={draft.object}
            error={errors.object}
            allowDeselect={false}
            disabled={Boolean(rule) || !mayWrite}
            onChange={(plural) => plural && form.change({ object: plural, filter: null, action: { kind: "say" } })}
          />
          {object && (
            <div role="group" aria-label={t("actionRules.conditions")}>
              <div className={classes.legend} aria-hidden>
                {t("actionRules.conditions")}
              </div>
              <ConditionTree
                key={object.plural}
                object={object}
                filter={draft.filter}
                predicates={predicates}
                onChange={(filter) => form.change({ filter })}
              />
              {errors.filter && <p role="alert">{errors.filter}</p>}
            </div>
          )}
          <FiguresPart figures={draft.figures} errors={errors} onChange={(figures) => form.change({ figures })} />
          <WordsPart words={draft.words} errors={errors} onChange={(words) => form.change({ words })} />
          {object && (
            <ActionPart
              key={object.plural}
              object={object}
              action={draft.action}
              errors={errors}
              onChange={(action) => form.change({ action })}
            />
          )}
          <Group align="flex-start" grow>
            {(["from", "until"] as const).map((bound) => (
              <TextInput
                key={bound}
                type="date"
                label={t(`actionRules.${bound}`)}
                value={draft[bound] ?? ""}
                error={errors[bound]}
                onChange={(event) => form.change({ [bound]: event.currentTarget.value || null })}
              />
            ))}
            <NumberInput
              label={t("actionRules.rest")}
              min={1}
              max={365}
              allowDecimal={false}
              value={draft.rest_days}
              error={errors.rest_days}
              onChange={(value) => form.change({ rest_days: Number(value) || 1 })}
            />
          </Group>
          <TryPart rule={contentOf(draft)} />
          <Group justify="space-between">
            {rule && mayDelete ? (
              <Button variant="subtle" color="pimenton" onClick={() => setRemoving(true)}>
                {t("actions.delete")}
              </Button>
            ) : (
              <span />
            )}
            {mayWrite && (
              <Button type="submit" loading={form.isBusy} disabled={!isDirty || !draft.name.trim()}>
                {rule ? t("actions.saveChanges") : t("actionRules.create")}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      <LeaveGuard isDirty={isDirty && !form.isBusy} />
      <Suspense fallback={null}>
        {isRemoving && rule && <RemoveRule rule={rule} onGone={onClose} onClose={() => setRemoving(false)} />}
      </Suspense>
    </SidePanel>
  );
}
