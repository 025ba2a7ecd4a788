import { useMemo } from "react";
import { useWords } from "@/i18n/useWords";
import { shadesOf } from "@/theme/shades";
import classes from "./Company.module.css";

/** What the portal will look like in a colour, by day and by night. */
export function Preview({ color, name }: { color: string; name: string }) {
  const { t } = useWords("admin");
  const shades = useMemo(() => shadesOf(color), [color]);
  return (
    <div className={classes.previews} aria-hidden>
      <div className={classes.day}>
        <span className={classes.previewName}>{name}</span>
        <span style={{ color: shades[7] }}>{t("company.previewLink")}</span>
        <span className={classes.previewButton} style={{ background: shades[7] }} data-light>
          {t("company.previewButton")}
        </span>
      </div>
      <div className={classes.night}>
        <span className={classes.previewName}>{name}</span>
        <span style={{ color: shades[4] }}>{t("company.previewLink")}</span>
        <span className={classes.previewButton} style={{ background: shades[4] }}>
          {t("company.previewButton")}
        </span>
      </div>
      <div className={classes.steps}>
        {shades.map((shade) => (
          <span key={shade} style={{ background: shade }} />
        ))}
      </div>
    </div>
  );
}
