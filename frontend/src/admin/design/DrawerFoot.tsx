import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Design.module.css";

interface Props {
  submit: string;
  isBusy: boolean;
  disabled?: boolean;
  /** At the other end: what else can be done to the thing. */
  children?: ReactNode;
}

/** The foot of a form in a panel: always in sight. */
export function DrawerFoot({ submit, isBusy, disabled = false, children }: Props) {
  return (
    <div className={classes.foot}>
      <div>{children}</div>
      <Button type="submit" loading={isBusy} disabled={disabled}>
        {submit}
      </Button>
    </div>
  );
}
