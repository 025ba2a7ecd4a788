import { Audience } from "./Audience";
import classes from "./Campaigns.module.css";
import { Measure } from "./Measure";
import { Pace } from "./Pace";
import type { Draft } from "./plan";
import { Wordings } from "./Wordings";

export interface PartProps {
  draft: Draft;
  errors: Record<string, string>;
  /** What links call the campaign, once it has a name. */
  slug?: string | null | undefined;
  onChange(draft: Draft): void;
  /** Called before one leaves to make what a list lacks, with what there is of it. */
  onMake?: ((made: "segments" | "templates", known: readonly string[]) => void) | undefined;
}

/** To whom, what, when and how fast, and how it is measured. */
export function PlanForm({ isFixed = false, ...props }: PartProps & { isFixed?: boolean }) {
  return (
    <fieldset disabled={isFixed} className={classes.form}>
      <Audience {...props} />
      <Wordings {...props} />
      <Pace {...props} />
      <Measure {...props} />
    </fieldset>
  );
}
