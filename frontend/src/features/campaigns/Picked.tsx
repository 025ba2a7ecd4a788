import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "@/i18n/useWords";
import classes from "./Campaigns.module.css";

export interface Choice {
  id: string;
  name: string;
  /** The name as a list of what was chosen shows it. */
  shown: ReactNode;
}

interface Props {
  label: string;
  description?: string;
  /** What the list says before anything is chosen, and after. */
  prompts: readonly [string, string];
  choices: readonly Choice[];
  value: readonly string[];
  error?: string | undefined;
  onChange(value: string[]): void;
}

/** Several of a list: each that was chosen stands below with a way to open it and one to take it off. */
export function Picked({ label, description, prompts, choices, value, error, onChange }: Props) {
  const { t } = useWords("campaigns");
  const open = choices.filter((one) => !value.includes(one.id));
  return (
    <div>
      <NativeSelect
        label={label}
        description={description}
        error={error}
        value=""
        data={[
          { value: "", label: prompts[value.length ? 1 : 0] },
          ...open.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(event) => event.currentTarget.value && onChange([...value, event.currentTarget.value])}
      />
      {value.length > 0 && (
        <ul className={classes.picked} aria-label={label}>
          {value.map((id) => {
            const choice = choices.find((one) => one.id === id);
            const name = choice?.name ?? t("plan.hidden");
            return (
              <li key={id}>
                {choice?.shown ?? name}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={28}
                  aria-label={t("plan.takeOff", { name })}
                  onClick={() => onChange(value.filter((one) => one !== id))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
