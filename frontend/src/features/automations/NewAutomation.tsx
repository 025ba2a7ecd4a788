import { NativeSelect, Skeleton } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type Trigger, useAutomationWrites } from "@/api/automations";
import { useMaybeObject, useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { NameInput } from "@/kit/NameInput";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";
import { MOST_AN_HOUR } from "./draft";
import { TriggerForm } from "./TriggerForm";

/** Asks what an automation is called, whose records it is about and what it begins with; its steps come next. */
export function NewAutomation({ onClose }: { onClose(): void }) {
  const { t, label } = useWords("automations");
  const objects = useObjects();
  const navigate = useNavigate();
  const { create } = useAutomationWrites();
  const once = useOnce();
  const first = objects.find((one) => one.plural === "leads") ?? objects[0];
  const form = useForm(
    { name: "", object: first?.plural ?? "", trigger: { kind: "created" } as Trigger },
    async ({ name, object, trigger }) => {
      const wish = {
        name: name.trim(),
        object,
        trigger,
        conditions: null,
        exit: null,
        ends_on: [],
        steps: [],
        reentry: "never" as const,
        cooldown: null,
        most_an_hour: MOST_AN_HOUR,
        description: "",
      };
      const made = await once(wish, (key) => create.mutateAsync({ ...wish, key }));
      await navigate({ to: "/automations/$id", params: { id: made.id } });
    },
  );
  const { values, errors, change } = form;
  const object = useMaybeObject(values.object);
  return (
    <Dialog onClose={onClose} title={t("automations.create")}>
      <DialogForm
        form={form}
        verb={t("automations.create")}
        isReady={Boolean(values.name.trim() && object)}
        onClose={onClose}
      >
        <NameInput
          label={t("automations.name")}
          description={t("automations.nameHint")}
          data-autofocus
          values={values}
          errors={errors}
          onChange={change}
        />
        <NativeSelect
          label={t("automations.about")}
          data={objects.map((one) => ({ value: one.plural, label: label(one.label_plural) }))}
          value={values.object}
          error={errors.object}
          onChange={(event) => change({ object: event.currentTarget.value, trigger: { kind: "created" } })}
        />
        {object ? (
          <TriggerForm
            object={object}
            trigger={values.trigger}
            errors={errors}
            onChange={(trigger) => change({ trigger })}
          />
        ) : (
          <Skeleton height={64} />
        )}
      </DialogForm>
    </Dialog>
  );
}
