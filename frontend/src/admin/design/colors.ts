/** The colours that a choice may have, by the names that records and the theme know. */
export const COLORS = [
  "gray",
  "albahaca",
  "teal",
  "cyan",
  "blue",
  "indigo",
  "violet",
  "grape",
  "pink",
  "pimenton",
  "orange",
  "yellow",
  "lime",
] as const;

export const shadeOf = (color: string | null | undefined) => `var(--mantine-color-${color || "gray"}-4)`;
