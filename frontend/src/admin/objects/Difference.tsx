import type { DesignChange } from "@/api/designPaths";
import type { Label } from "@/api/types";
import { useWords } from "@/i18n/useWords";

type Change = DesignChange["changes"][number];

const isLabel = (value: unknown): value is Label =>
  typeof value === "object" && value !== null && "es" in value && "en" in value;

const LONGEST = 120;

/** One property as it was and as it is, as shortly as it can be said. */
export function Difference({ change }: { change: Change }) {
  const { t, label } = useWords("admin");
  const spelled = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return t("objects.nothing");
    if (typeof value === "boolean") return value ? t("fields.yes") : t("fields.no");
    if (isLabel(value)) return label(value);
    if (Array.isArray(value)) return value.map(spelled).join(", ");
    if (typeof value !== "object") return String(value);
    const { label: words, name, value: inner } = value as Record<string, unknown>;
    if (isLabel(words)) return label(words);
    return String(name ?? inner ?? JSON.stringify(value));
  };
  const short = (value: unknown) => {
    const said = spelled(value);
    return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said;
  };
  const { before, after } = change;
  return (
    <>
      <dt>{t(`objects.properties.${change.field}`, { defaultValue: change.field })}</dt>
      <dd>
        {before === null || before === undefined
          ? short(after)
          : t("objects.fromTo", { before: short(before), after: short(after) })}
      </dd>
    </>
  );
}
