import { Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import classes from "./Section.module.css";

interface Props {
  title: string;
  text?: ReactNode;
  /** Beside the title: a state, an action. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One matter of a page of settings: what it is about on one side, what can be set on the other. */
export function Section({ title, text, aside, children }: Props) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.about}>
        <div className={classes.head}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {aside}
        </div>
        {text && (
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        )}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
