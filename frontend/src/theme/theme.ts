import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

const albahaca: MantineColorsTuple = [
  "#f0f9f4",
  "#ddf3e7",
  "#bbe7d0",
  "#90d6b4",
  "#62c197",
  "#2fa679",
  "#008a60",
  "#006f4c",
  "#00563a",
  "#003d28",
];
const pimenton: MantineColorsTuple = [
  "#fef4f0",
  "#fee8de",
  "#fbd0bd",
  "#f3b397",
  "#e5946f",
  "#d86d38",
  "#b95115",
  "#993d00",
  "#772e00",
  "#571f00",
];
const harina: MantineColorsTuple = [
  "#fcfaf6",
  "#f6f3ef",
  "#ece9e5",
  "#dddad6",
  "#c9c7c3",
  "#a09e9a",
  "#7c7a76",
  "#5d5a57",
  "#413f3c",
  "#262421",
];
/** Harina run backwards, with three steps between its darkest two so that surfaces, borders and hovers stay apart. */
const dark: MantineColorsTuple = [
  "#ece9e5",
  "#dddad6",
  "#c9c7c3",
  "#a09e9a",
  "#413f3c",
  "#383532",
  "#2f2c29",
  "#262421",
  "#1f1d1a",
  "#191715",
];

/** Text on the primary colour follows the scheme: white on its dark step, ink on its light one. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isPrimary = !input.color || input.color === "albahaca";
  return input.variant === "filled" && isPrimary
    ? { ...colors, color: "var(--mantine-primary-color-contrast)" }
    : colors;
};

const tint = (name: string) => `color-mix(in srgb, var(--mantine-color-${name}-4) 20%, var(--mantine-color-dark-7))`;

/** On a dark page light variants are a tint of their own colour, seen without shining, and what is grave keeps its white words. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {},
  dark: {
    "--mantine-color-albahaca-light": tint("albahaca"),
    "--mantine-color-pimenton-light": tint("pimenton"),
    "--mantine-color-pimenton-filled": "var(--mantine-color-pimenton-6)",
    "--mantine-color-pimenton-filled-hover": "var(--mantine-color-pimenton-7)",
    "--mantine-color-gray-light": "var(--mantine-color-dark-5)",
    "--mantine-color-harina-light": "var(--mantine-color-dark-5)",
    "--mantine-color-albahaca-light-hover": "var(--mantine-color-dark-5)",
    "--mantine-color-gray-light-hover": "var(--mantine-color-dark-5)",
  },
});

export const theme = createTheme({
  variantColorResolver,
  primaryColor: "albahaca",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  respectReducedMotion: true,
  colors: { albahaca, pimenton, red: pimenton, harina, gray: harina, dark },
  black: "#262421",
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: {
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.25rem", lineHeight: "1.4" },
      h2: { fontSize: "1rem", lineHeight: "1.4" },
      h3: { fontSize: "0.875rem", lineHeight: "1.4" },
    },
  },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  defaultRadius: "md",
  radius: { xs: "2px", sm: "4px", md: "8px", lg: "12px", xl: "16px" },
  shadows: { xs: "none", sm: "0 1px 2px rgb(38 36 33 / 8%)", md: "0 4px 24px rgb(38 36 33 / 12%)" },
  components: {
    Badge: { defaultProps: { variant: "light", tt: "none", radius: "sm", fw: 500, miw: "max-content" } },
    Chip: { defaultProps: { variant: "filled" } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Modal: {
      defaultProps: { transitionProps: { duration: 120, transition: "fade" }, radius: "lg" },
      styles: { title: { fontWeight: 650, fontSize: "var(--mantine-font-size-lg)" } },
    },
    Drawer: {
      defaultProps: { transitionProps: { duration: 150 } },
      styles: { title: { fontWeight: 650, fontSize: "var(--mantine-font-size-lg)" } },
    },
    Menu: { defaultProps: { transitionProps: { duration: 80 }, shadow: "md", withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: "md" } },
    Select: { defaultProps: { comboboxProps: { shadow: "md" } } },
  },
});
