import { Box, Group, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import classes from "./Page.module.css";

interface Props {
  title: string;
  /** Beside the title: flags, badges. */
  aside?: ReactNode;
  before?: ReactNode;
  actions?: ReactNode;
  /** The content fills the height and scrolls inside, as lists and boards do. */
  fill?: boolean;
  children: ReactNode;
}

/** The frame of a page: one heading, its actions, its content. */
export function Page({ title, aside, before, actions, fill = false, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Tendero`;
  }, [title]);
  return (
    <Box className={fill ? classes.fill : classes.page}>
      <header className={classes.head}>
        <Group gap="sm" wrap="nowrap" className={classes.lead}>
          {before}
          <Title order={1} className={classes.title} tabIndex={-1} id="page-title">
            {title}
          </Title>
          {aside}
        </Group>
        {actions && (
          <Group gap="xs" wrap="nowrap" className={classes.actions}>
            {actions}
          </Group>
        )}
      </header>
      {children}
    </Box>
  );
}
