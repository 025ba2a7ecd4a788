import { Button, Select, SimpleGrid, Stack, Switch, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { NewObject, ObjectDesign } from "@/api/designPaths";
import { useChangeObject, useCreateObject, useRemoveObject, useRestore } from "@/api/designs";
import { useObjects } from "@/api/objects";
import type { Label, ObjectDocument } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import { sameValue } from "@/metadata/sameValue";
import { DesignDrawer, useDirty } from "../design/DesignDrawer";
import { DesignProblem } from "../design/DesignProblem";
import { DrawerFoot } from "../design/DrawerFoot";
import { LabelInputs } from "../design/LabelInputs";
import { isBlank, NO_LABEL, nameFrom, whole } from "../design/naming";
import { showDesignProblem } from "../design/showDesignProblem";
import { useDraft } from "../design/useDraft";
import { IconPicker } from "./IconPicker";

interface Draft {
  label: Label;
  label_plural: Label;
  icon: string;
  importable: boolean;
  activities: boolean;
  owned: boolean;
  tagged: boolean;
  board_by: string | null;
  board_sum: string | null;
}

const FEATURES = ["activities", "owned", "tagged", "importable"] as const;

function draftOf(object?: ObjectDocument): Draft {
  return {
    label: object?.label ?? NO_LABEL,
    label_plural: object?.label_plural ?? NO_LABEL,
    icon: object?.icon ?? "box",
    importable: object?.features.importable ?? true,
    activities: object?.features.activities ?? true,
    owned: object?.features.owned ?? true,
    tagged: object?.features.tagged ?? true,
    board_by: object?.board?.by ?? null,
    board_sum: object?.board?.sum ?? null,
  };
}

function designOf(draft: Draft): Required<Pick<ObjectDesign, "label" | "label_plural" | "icon" | "features">> {
  const { label, label_plural, icon, ...features } = draft;
  return { label: whole(label), label_plural: whole(label_plural), icon, features };
}

/** The words, the icon and the abilities of an object of the firm's own. */
export function ObjectPanel({ object, onClose }: { object?: ObjectDocument; onClose(): void }) {
  const { t, label } = useWords("admin");
  return (
    <DesignDrawer opened title={object ? label(object.label_plural) : t("objects.create")} onClose={onClose}>
      <ObjectForm object={object} onClose={onClose} />
    </DesignDrawer>
  );
}

function ObjectForm({ object, onClose }: { object: ObjectDocument | undefined; onClose(): void }) {
  const { t, label } = useWords("admin");
  const send = useObjectActs(object, onClose);
  const [initial] = useState(() => draftOf(object));
  const { draft, change, errors, problem, isBusy, isDirty, submit } = useDraft(initial, (now) =>
    send.save(initial, now),
  );
  useDirty(isDirty && !isBusy);
  const fieldsOf = (...types: string[]) =>
    (object?.fields ?? [])
      .filter((field) => types.includes(field.type) && !field.hidden)
      .map((field) => ({ value: field.name, label: label(field.label) }));
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {!object && <Text c="dimmed">{t("objects.createText")}</Text>}
        <LabelInputs
          name={t("objects.one")}
          required
          autoFocus
          value={draft.label}
          error={errors.label ?? errors.name}
          onChange={(words) => change({ label: words })}
        />
        <LabelInputs
          name={t("objects.several")}
          required
          value={draft.label_plural}
          error={errors.label_plural ?? errors.plural}
          onChange={(words) => change({ label_plural: words })}
        />
        <IconPicker value={draft.icon} onChange={(icon) => change({ icon })} />
        <Stack gap="sm">
          {FEATURES.map((feature) => (
            <Switch
              key={feature}
              label={t(`objects.features.${feature}`)}
              description={t(`objects.featureHelp.${feature}`)}
              checked={draft[feature]}
              onChange={(event) => change({ [feature]: event.currentTarget.checked })}
            />
          ))}
        </Stack>
        {object && (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={t("objects.boardBy")}
              description={t("objects.boardByHelp")}
              clearable
              data={fieldsOf("choice")}
              value={draft.board_by}
              error={errors["features.board_by"]}
              onChange={(board_by) => change({ board_by })}
            />
            <Select
              label={t("objects.boardSum")}
              description={t("objects.boardSumHelp")}
              clearable
              data={fieldsOf("money")}
              value={draft.board_sum}
              error={errors["features.board_sum"]}
              onChange={(board_sum) => change({ board_sum })}
            />
          </SimpleGrid>
        )}
        <DesignProblem problem={Object.keys(errors).length ? null : problem} />
      </Stack>
      <DrawerFoot
        submit={object ? t("actions.saveChanges") : t("objects.create")}
        isBusy={isBusy}
        disabled={object ? !isDirty : isBlank(draft.label) || isBlank(draft.label_plural)}
      >
        {object && (
          <Button variant="subtle" color="pimenton" c="var(--mantine-color-error)" onClick={send.remove}>
            {t("objects.remove")}
          </Button>
        )}
      </DrawerFoot>
    </form>
  );
}

function useObjectActs(object: ObjectDocument | undefined, onDone: () => void) {
  const { t, label } = useWords("admin");
  const navigate = useNavigate();
  const objects = useObjects();
  const creating = useCreateObject();
  const changing = useChangeObject(object?.plural ?? "");
  const removing = useRemoveObject();
  const restoring = useRestore();
  const create = async (draft: Draft) => {
    const design = designOf(draft);
    const taken = objects.flatMap((one) => [one.name, one.plural]);
    const name = nameFrom(design.label.en, taken);
    const plural = nameFrom(design.label_plural.en, [...taken, name]);
    const made = await creating.mutateAsync({ ...design, name, plural } satisfies NewObject);
    onDone();
    showUndo(t("objects.created", { name: label(made.label_plural) }), async () => {
      await removing.mutateAsync(made.plural);
      await navigate({ to: "/settings/objects" });
    });
    await navigate({ to: "/settings/objects/$plural", params: { plural: made.plural } });
  };
  const save = async (before: Draft, draft: Draft) => {
    if (!object) return create(draft);
    const [was, is] = [designOf(before), designOf(draft)];
    const names = (Object.keys(is) as (keyof typeof is)[]).filter((name) => !sameValue(was[name], is[name]));
    const only = (design: ObjectDesign): ObjectDesign => Object.fromEntries(names.map((name) => [name, design[name]]));
    await changing.mutateAsync(only(is));
    onDone();
    showUndo(t("objects.changed", { name: label(is.label_plural) }), () => changing.mutateAsync(only(was)));
  };
  const remove = async () => {
    if (!object) return;
    try {
      await removing.mutateAsync(object.plural);
    } catch (problem) {
      showDesignProblem(problem, t);
      return;
    }
    onDone();
    showUndo(t("objects.removed", { name: label(object.label_plural) }), () =>
      restoring.mutateAsync({ plural: object.plural }).catch(showProblem),
    );
    await navigate({ to: "/settings/objects" });
  };
  return { save, remove };
}
