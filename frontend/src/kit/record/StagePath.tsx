import { VisuallyHidden } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Option, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { type BoardMeta, type CompiledObject, isSettable } from "@/metadata/compile";
import { showProblem } from "../notices";
import { useChange } from "../useChange";
import classes from "./StagePath.module.css";

const FEWEST = 3;
const MOST = 10;

/** The steps that a record of this board goes through: of several pipelines, those of its own. */
export function stepsOf(board: BoardMeta | null, record: RecordRow): Option[] {
  if (!board) return [];
  const steps = board.options.filter((option) => !option.pipeline || option.pipeline === record.pipeline);
  return steps.length >= FEWEST && steps.length <= MOST ? steps : [];
}

interface Props {
  object: CompiledObject;
  board: BoardMeta;
  record: RecordRow;
  steps: Option[];
  mayEdit: boolean;
}

/** Where a record stands on its way, and by a click where it goes. */
export function StagePath({ object, board, record, steps, mayEdit }: Props) {
  const { t, label } = useWords();
  const change = useChange(object);
  const list = useRef<HTMLOListElement>(null);
  const at = steps.findIndex((step) => step.value === record[board.by.name]);
  const current = steps[at];
  const canMove = mayEdit && isSettable(board.by, record);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the step
  useEffect(() => {
    const step = list.current?.querySelector<HTMLElement>("[aria-current=step]");
    if (list.current && step) list.current.scrollLeft = step.offsetLeft - list.current.offsetLeft - 48;
  }, [at]);
  const move = (step: Option) =>
    change(
      record,
      { [board.by.name]: step.value },
      t("record.moved", { name: label(board.by.label), value: label(step.label) }),
    ).catch(showProblem);
  return (
    <ol ref={list} className={classes.path} data-print="never" aria-label={label(board.by.label)}>
      {steps.map((step, place) => {
        const kind = step.kind === "won" || step.kind === "lost" ? step.kind : "open";
        const state = place === at ? "current" : place < at && current?.kind !== "lost" ? "past" : "ahead";
        return (
          <li key={step.value} className={classes.item}>
            <button
              type="button"
              className={classes.step}
              data-state={state}
              data-kind={kind}
              aria-current={place === at ? "step" : undefined}
              disabled={!canMove || place === at}
              onClick={() => move(step)}
            >
              {label(step.label)}
              {state === "past" && <VisuallyHidden>{t("record.stepDone")}</VisuallyHidden>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
