import { type ReactNode, useId } from "react";
import classes from "./Campaigns.module.css";

/** A titled part of a page. */
export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.part}>
      <div className={classes.partHead}>
        <h2 id={id} className={classes.partTitle}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
