import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Lines.module.css";

/** A list of things that one looks up by name; its children are `Line`s. */
export function Lines({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  );
}

interface LineProps {
  /** A `Link` of the thing's name; the whole line follows it. */
  link: ReactNode;
  text?: ReactNode;
  /** A figure or a state, at the end of the line. */
  aside?: ReactNode;
}

/** One thing: its name, what there is to know of it, and a figure or a state. */
export function Line({ link, text, aside }: LineProps) {
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        {link}
        {text && (
          <Text size="sm" c="dimmed" className={classes.text}>
            {text}
          </Text>
        )}
      </div>
      {aside && <div className={classes.aside}>{aside}</div>}
    </li>
  );
}
