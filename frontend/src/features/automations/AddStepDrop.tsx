import { Menu } from "@mantine/core";
import { type ReactElement, use } from "react";
import { type StepKind, useParts } from "@/api/automations";
import { useWords } from "@/i18n/useWords";
import { PressedMenu } from "@/kit/PressedMenu";
import { PageContext } from "./around";
import { iconOfStep } from "./icons";

const TIMING: readonly StepKind[] = ["wait", "wait_until", "branch", "stop"];

interface Props {
  target: ReactElement;
  onAdd(kind: StepKind, action?: string): void;
}

/** What a step may be: one of the actions, or a wait, a branch, an end. */
export function AddStepDrop({ target, onAdd }: Props) {
  const { t, label } = useWords("automations");
  const { object } = use(PageContext);
  const actions = useParts().data?.actions ?? [];
  return (
    <PressedMenu target={target} position="bottom-start" width={260}>
      <Menu.Dropdown mah={440} style={{ overflowY: "auto" }}>
        <Menu.Label>{t("automations.steps.doing")}</Menu.Label>
        {actions
          .filter((action) => object.features.reachable || !action.needs_person)
          .map((action) => {
            const Icon = iconOfStep("action", action.name);
            return (
              <Menu.Item
                key={action.name}
                leftSection={<Icon size={17} stroke={1.6} />}
                onClick={() => onAdd("action", action.name)}
              >
                {label(action.label)}
              </Menu.Item>
            );
          })}
        <Menu.Label>{t("automations.steps.timing")}</Menu.Label>
        {TIMING.map((kind) => {
          const Icon = iconOfStep(kind);
          return (
            <Menu.Item key={kind} leftSection={<Icon size={17} stroke={1.6} />} onClick={() => onAdd(kind)}>
              {t(`automations.steps.kinds.${kind}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </PressedMenu>
  );
}
