import { Anchor, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FieldMeta, FieldTypeName, Label, ObjectDocument } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { FieldInput } from "@/kit/form/FieldInput";
import { useDirty } from "../design/DesignDrawer";
import { DesignProblem } from "../design/DesignProblem";
import { DrawerFoot } from "../design/DrawerFoot";
import { LabelInputs } from "../design/LabelInputs";
import { isBlank, nameFrom } from "../design/naming";
import { RuleInput } from "../design/RuleInput";
import { useDraft } from "../design/useDraft";
import { Doubles } from "./Doubles";
import { FormulaInput } from "./FormulaInput";
import { draftOf, type FieldDraft, fieldOf } from "./fieldDraft";
import { LinkPart } from "./LinkPart";
import { OptionsEditor } from "./OptionsEditor";
import { RollupInput } from "./RollupInput";
import { TraitsPart } from "./TraitsPart";
import { isComputed, isDesigned, says, TYPES } from "./types";

interface Props {
  object: ObjectDocument;
  type: FieldTypeName;
  field?: FieldMeta | undefined;
  /** What a new field is called already. */
  label?: Label;
  /** Takes the type back, and keeps what the field is called; only while it is new. */
  onBack?(label: Label): void;
  onSend(before: FieldDraft, draft: FieldDraft): Promise<void>;
  onRemove?(): void;
}

/** Everything that can be said of a field, as far as its type and its maker allow. */
export function FieldForm({ object, type, field, label: called, onBack, onSend, onRemove }: Props) {
  const { t, label } = useWords("admin");
  const [initial] = useState(() => ({ ...draftOf(type, field), ...(called ? { label: called } : {}) }));
  const taken = object.fields.map((one) => one.name);
  const nameOf = (draft: FieldDraft) => draft.name || nameFrom(draft.label.es || draft.label.en, taken);
  const { draft, change, errors, problem, isBusy, isDirty, submit } = useDraft(initial, (now) =>
    onSend(initial, field ? now : { ...now, name: nameOf(now) }),
  );
  useDirty(isDirty && !isBusy);
  const [hasHelp, setHelp] = useState(!isBlank(initial.help));
  const Icon = TYPES[type].icon;
  const isOwn = !field || Boolean(field.custom);
  const shared = { draft, onChange: change, errors };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Group gap={8}>
          <Icon size={18} stroke={1.6} aria-hidden />
          <Text fw={550}>{t(`fieldTypes.names.${type}`)}</Text>
          {onBack && (
            <Anchor component="button" type="button" size="sm" onClick={() => onBack(draft.label)}>
              {t("fieldForm.otherType")}
            </Anchor>
          )}
          {!isOwn && (
            <Text size="sm" c="dimmed">
              {t("fieldForm.ofProduct")}
            </Text>
          )}
        </Group>
        <LabelInputs
          name={t("fieldForm.label")}
          required
          autoFocus
          value={draft.label}
          error={errors.label}
          onChange={(words) => change({ label: words })}
        />
        {field ? (
          <Text size="xs" c="dimmed">
            {t("fieldForm.nameIs", { name: field.name })}
          </Text>
        ) : (
          <NameInput
            value={draft.name}
            usual={isBlank(draft.label) ? "" : nameOf({ ...draft, name: "" })}
            error={errors.name}
            onChange={(name) => change({ name })}
          />
        )}
        {hasHelp ? (
          <LabelInputs
            name={t("fieldForm.help")}
            value={draft.help}
            error={errors.help}
            onChange={(help) => change({ help })}
          />
        ) : (
          <Button variant="subtle" size="compact-sm" style={{ alignSelf: "flex-start" }} onClick={() => setHelp(true)}>
            {t("fieldForm.addHelp")}
          </Button>
        )}
        {says(type, "options") && (
          <OptionsEditor options={draft.options} error={errors.options} onChange={(options) => change({ options })} />
        )}
        {says(type, "link") && isOwn && <LinkPart {...shared} isNew={!field} />}
        {type === "formula" && (
          <FormulaInput
            object={object}
            name={draft.name}
            value={draft.formula}
            error={errors.formula ?? errors.result}
            onChange={(formula) => change({ formula })}
          />
        )}
        {type === "rollup" && (
          <RollupInput
            object={object}
            name={draft.name}
            value={draft.rollup}
            errors={errors}
            onChange={(rollup) => change({ rollup })}
          />
        )}
        <TraitsPart object={object} field={field} {...shared} />
        {says(type, "default") && !draft.unique && (!says(type, "options") || fieldOf(draft).options?.length) && (
          <FieldInput
            field={{ ...fieldOf(draft), label: { es: t("fieldForm.default"), en: t("fieldForm.default") } }}
            value={draft.default}
            errors={errors}
            onChange={(value) => change({ default: value })}
          />
        )}
        {!isComputed(type) && (
          <RuleInput
            label={t("fieldForm.visibleWhen")}
            description={t("fieldForm.visibleWhenHelp")}
            fields={object.fields.filter((one) => isDesigned(one) && one.name !== draft.name)}
            value={draft.visible_when}
            error={errors.visible_when}
            onChange={(visible_when) => change({ visible_when })}
          />
        )}
        <Doubles plural={object.plural} problem={problem} />
        <DesignProblem problem={Object.keys(errors).some((name) => name in draft) ? null : problem} />
      </Stack>
      <DrawerFoot
        submit={field ? t("actions.saveChanges") : t("fieldForm.create", { name: label(draft.label) }).trim()}
        isBusy={isBusy}
        disabled={field ? !isDirty : isBlank(draft.label)}
      >
        {onRemove && (
          <Button variant="subtle" color="pimenton" c="var(--mantine-color-error)" onClick={onRemove}>
            {t("fieldForm.remove")}
          </Button>
        )}
      </DrawerFoot>
    </form>
  );
}

interface NameProps {
  value: string;
  usual: string;
  error: string | undefined;
  onChange(name: string): void;
}

/** The name for programs: made of the label unless somebody wants another. */
function NameInput({ value, usual, error, onChange }: NameProps) {
  const { t } = useWords("admin");
  const [isOpen, setOpen] = useState(false);
  if (!usual) return null;
  if (!isOpen && !error)
    return (
      <Text size="xs" c="dimmed">
        {t("fieldForm.nameIs", { name: value || usual })}{" "}
        <Anchor component="button" type="button" size="xs" onClick={() => setOpen(true)}>
          {t("fieldForm.changeName")}
        </Anchor>
      </Text>
    );
  return (
    <TextInput
      label={t("fieldForm.name")}
      description={t("fieldForm.nameHelp")}
      placeholder={usual}
      maxLength={40}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
