import { DEFAULT_THEME, mergeMantineTheme } from "@mantine/core";
import { expect, test } from "vitest";
import { contrast, READABLE } from "@/lib/colour";
import { theme, variables } from "./theme";

const whole = mergeMantineTheme(DEFAULT_THEME, theme);

test.each(["filled", "filled-hover"])(
  "white words on a button for what is grave are read on a dark page: %s",
  (part) => {
    const step = /-(\d)\)$/.exec(variables(whole).dark[`--mantine-color-pimenton-${part}`] ?? "")?.[1];

    expect(contrast(whole.colors.pimenton?.[Number(step)] ?? "", "#ffffff")).toBeGreaterThanOrEqual(READABLE);
  },
);
