import { Button, MultiSelect, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { NameInput } from "@/kit/NameInput";
import { useForm } from "@/kit/useForm";
import classes from "./Automations.module.css";
import { Conditions } from "./Conditions";
import type { Assignment, Mode, Territory } from "./offers";
import { useTeam } from "./ParameterInput";

const MODES = ["round_robin", "open_work"] as const;

export type Wish = Pick<Assignment, "name" | "mode" | "people" | "territories">;

interface Props {
  title: string;
  verb: string;
  initial: Wish;
  save(wish: Wish): Promise<unknown>;
  onClose(): void;
  /** What is asked before its name. */
  children?: ReactNode;
}

/** Asks how records are given out: in turn or to whoever has least, and to whom those of a territory go. */
export function AssignmentForm({ title, verb, initial, save, onClose, children }: Props) {
  const { t } = useWords("automations");
  const form = useForm(initial, async (values) => {
    await save({ ...values, name: values.name.trim() });
    onClose();
  });
  const { values, errors, change } = form;
  const set = (place: number, part: Partial<Territory>) =>
    change({ territories: values.territories.map((one, at) => (at === place ? { ...one, ...part } : one)) });
  return (
    <Dialog size="lg" onClose={onClose} title={title}>
      <DialogForm
        form={form}
        verb={verb}
        isReady={Boolean(values.name.trim() && (values.people.length || values.territories.length))}
        onClose={onClose}
      >
        {children}
        <NameInput
          label={t("automations.assignment.name")}
          data-autofocus
          values={values}
          errors={errors}
          onChange={change}
        />
        <Share value={values} errors={errors} path="" onChange={change} />
        {values.territories.map((territory, place) => {
          const name = t("automations.assignment.territory", { n: place + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a territory is its place
            <fieldset key={place} className={classes.value}>
              <legend className={classes.legend}>{name}</legend>
              <Stack gap="xs">
                <TextInput
                  aria-label={`${name}: ${t("automations.assignment.name")}`}
                  placeholder={t("automations.assignment.name")}
                  maxLength={120}
                  value={territory.label}
                  onChange={(event) => set(place, { label: event.currentTarget.value })}
                />
                <Conditions
                  label={t("automations.assignment.when")}
                  filter={territory.condition}
                  error={errors[`territories.${place}.condition`]}
                  onChange={(condition) => set(place, { condition })}
                />
                <Share
                  value={territory}
                  errors={errors}
                  path={`territories.${place}.`}
                  onChange={(part) => set(place, part)}
                />
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  w="max-content"
                  onClick={() => change({ territories: values.territories.filter((_, at) => at !== place) })}
                >
                  {t("automations.assignment.removeTerritory", { n: place + 1 })}
                </Button>
              </Stack>
            </fieldset>
          );
        })}
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() =>
              change({
                territories: [...values.territories, { label: "", condition: null, people: [], mode: "round_robin" }],
              })
            }
          >
            {t("automations.assignment.addTerritory")}
          </Button>
          <Text size="sm" c="dimmed">
            {t("automations.assignment.territoryHint")}
          </Text>
        </div>
      </DialogForm>
    </Dialog>
  );
}

interface ShareProps {
  value: { people: string[]; mode: Mode };
  errors: Record<string, string>;
  path: string;
  onChange(part: { people?: string[]; mode?: Mode }): void;
}

/** Among whom, and how it is decided among them. */
function Share({ value, errors, path, onChange }: ShareProps) {
  const { t } = useWords("automations");
  return (
    <>
      <MultiSelect
        label={t("automations.assignment.people")}
        searchable
        data={useTeam()}
        value={value.people}
        error={errors[`${path}people`]}
        onChange={(people) => onChange({ people })}
      />
      <NativeSelect
        label={t("automations.assignment.mode")}
        data={MODES.map((mode) => ({ value: mode, label: t(`automations.assignment.modes.${mode}`) }))}
        value={value.mode}
        onChange={(event) =>
          onChange({ mode: MODES.find((one) => one === event.currentTarget.value) ?? "round_robin" })
        }
      />
    </>
  );
}
