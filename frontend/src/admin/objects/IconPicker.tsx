import { Input } from "@mantine/core";
import { useId } from "react";
import { useWords } from "@/i18n/useWords";
import { ICON_NAMES, iconOf } from "@/kit/icons";
import classes from "./Objects.module.css";

/** The sign of an object in the navigation. */
export function IconPicker({ value, onChange }: { value: string; onChange(icon: string): void }) {
  const { t } = useWords("admin");
  const id = useId();
  return (
    <Input.Wrapper label={t("objects.icon")} labelElement="div" labelProps={{ id }}>
      <div className={classes.icons} role="radiogroup" aria-labelledby={id}>
        {ICON_NAMES.map((name) => {
          const Icon = iconOf(name);
          return (
            <label key={name} className={classes.icon} title={t(`objects.icons.${name}`)}>
              <input
                type="radio"
                name={id}
                value={name}
                checked={name === value}
                aria-label={t(`objects.icons.${name}`)}
                onChange={() => onChange(name)}
              />
              <Icon size={20} stroke={1.6} aria-hidden />
            </label>
          );
        })}
      </div>
    </Input.Wrapper>
  );
}
