import { ActionIcon } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { createLink, useLocation } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";
import { wayBackFrom } from "./wayBack";

interface Props extends ComponentPropsWithRef<"a"> {
  /** Where it leads: an arrow does not say it. */
  "aria-label": string;
}

function Arrow({ color: _, ...props }: Props) {
  return (
    <ActionIcon component="a" variant="subtle" color="gray" size={32} {...props}>
      <IconChevronLeft size={20} />
    </ActionIcon>
  );
}

const Up = createLink(Arrow);

/** The way up from a page, before its title; or back to what somebody left to make something here. */
export const BackLink: typeof Up = (props) => {
  const way = wayBackFrom(useLocation({ select: ({ pathname }) => pathname }));
  return way ? <Up to={way.to} aria-label={way.label} /> : <Up {...props} />;
};
