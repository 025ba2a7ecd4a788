import { Skeleton } from "@mantine/core";
import { lazy, Suspense, use } from "react";
import type { Filter } from "@/api/types";
import classes from "./Automations.module.css";
import { PageContext } from "./around";

const ConditionTree = lazy(() => import("./ConditionTree").then((module) => ({ default: module.ConditionTree })));

interface Props {
  label: string;
  filter: Filter | null | undefined;
  error?: string | undefined;
  onChange(filter: Filter | null): void;
}

/** Conditions under a name, to be changed by hand. */
export function Conditions({ label, filter, error, onChange }: Props) {
  const { object } = use(PageContext);
  return (
    <div role="group" aria-label={label}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <Suspense fallback={<Skeleton height={64} />}>
        <ConditionTree object={object} filter={filter} onChange={onChange} />
      </Suspense>
      {error && <p className={classes.wrong}>{error}</p>}
    </div>
  );
}
