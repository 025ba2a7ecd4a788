import type { ReactNode } from "react";
import classes from "./Card.module.css";

interface Props {
  name: string;
  children: ReactNode;
  /** What there is to say beside the figure. */
  more?: ReactNode;
  isUrgent?: boolean;
}

/** One figure of a card under its name. */
export function Fact({ name, children, more, isUrgent = false }: Props) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd className={classes.figure} data-urgent={isUrgent || undefined}>
        {children}
      </dd>
      {more && <dd className={classes.more}>{more}</dd>}
    </div>
  );
}
