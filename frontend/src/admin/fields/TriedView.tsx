import { Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { Tried } from "@/api/designPaths";
import type { FieldMeta } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { useWords } from "@/i18n/useWords";
import { designErrorText } from "../design/problems";
import classes from "./Fields.module.css";

/** What a computed field would give, on records that there are; or what is wrong with it. */
export function TriedView({ tried, isStale }: { tried: Tried | undefined; isStale: boolean }) {
  const { t } = useWords("admin");
  if (!tried) return null;
  const { problem, result, examples } = tried;
  const field: FieldMeta = { name: "tried", type: result ?? "text", label: { es: "", en: "" } };
  return (
    <div className={classes.tried} aria-live="polite" aria-busy={isStale} style={{ opacity: isStale ? 0.6 : 1 }}>
      {problem ? (
        <Text size="sm" c="var(--mantine-color-error)">
          <IconAlertTriangle size={15} style={{ verticalAlign: -2 }} aria-hidden />{" "}
          {designErrorText({ field: "formula", ...problem }, t)}
        </Text>
      ) : (
        <>
          <Text size="sm" fw={550}>
            <IconCheck size={15} style={{ verticalAlign: -2 }} aria-hidden />{" "}
            {t("fieldForm.gives", { type: t(`fieldTypes.names.${result ?? "text"}`) })}
          </Text>
          {examples.length > 0 && (
            <dl>
              {examples.map(({ id, name, value }) => (
                <div key={id} style={{ display: "contents" }}>
                  <dt>{name ?? id.slice(-6)}</dt>
                  <dd>
                    <FieldValue field={field} value={value} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </div>
  );
}
