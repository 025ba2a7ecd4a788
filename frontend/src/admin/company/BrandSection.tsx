import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useId } from "react";
import type { Company } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { FormProblem } from "@/kit/FormProblem";
import { Section } from "@/kit/Section";
import { contrast, isHex, READABLE, readable, WHITE } from "@/lib/colour";
import { BRANDS, HOUSE_BRAND } from "@/theme/shades";
import classes from "./Company.module.css";
import { Preview } from "./Preview";
import { SaveRow } from "./SaveRow";
import { useSaved } from "./useSaved";

/** The one colour that is the company's: for what to do, and only where white can be read on it. */
export function BrandSection({ company }: { company: Company }) {
  const { t } = useWords("admin");
  const formats = useFormats();
  const form = useSaved(company, ["brand_color"]);
  const hint = useId();
  const chosen = form.values.brand_color;
  const color = chosen ?? HOUSE_BRAND;
  const isColor = isHex(color);
  const ratio = isColor ? contrast(color, WHITE) : 0;
  const isReadable = ratio >= READABLE;
  const choose = (brand_color: string | null) => form.change({ brand_color });
  return (
    <Section title={t("company.brand")} text={t("company.brandText")}>
      <form onSubmit={form.submit}>
        <Stack>
          <FormProblem problem={form.problem} />
          <div className={classes.swatches} role="group" aria-label={t("company.swatches")}>
            {BRANDS.map(({ name, color: one }) => (
              <button
                key={name}
                type="button"
                className={classes.swatch}
                style={{ background: one }}
                aria-label={t(`company.colors.${name}`)}
                aria-pressed={color === one}
                onClick={() => choose(one === HOUSE_BRAND ? null : one)}
              />
            ))}
          </div>
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <input
              type="color"
              className={classes.picker}
              aria-label={t("company.pick")}
              value={isColor ? color : HOUSE_BRAND}
              onChange={(event) => choose(event.currentTarget.value)}
            />
            <TextInput
              label={t("company.color")}
              flex={1}
              maxLength={7}
              spellCheck={false}
              value={color}
              error={isColor ? form.errors.brand_color : t("company.notAColor")}
              aria-describedby={hint}
              onChange={(event) => choose(event.currentTarget.value.trim().toLowerCase())}
            />
          </Group>
          {isColor && (
            <Group gap="xs" id={hint} role="status">
              <Text size="sm" c={isReadable ? "dimmed" : "var(--mantine-color-error)"}>
                {t(isReadable ? "company.readable" : "company.unreadable", {
                  ratio: formats.number(Math.floor(ratio * 10) / 10),
                })}
              </Text>
              {!isReadable && (
                <Button size="compact-sm" variant="default" onClick={() => choose(readable(color))}>
                  {t("company.useReadable", { color: readable(color) })}
                </Button>
              )}
            </Group>
          )}
          {isReadable && <Preview color={color} name={company.name} />}
          <SaveRow form={{ ...form, isChanged: form.isChanged && isReadable }} />
        </Stack>
      </form>
    </Section>
  );
}
