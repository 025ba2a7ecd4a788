import { Text } from "@mantine/core";
import type { FieldTypeName } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import classes from "./Fields.module.css";
import { GROUPS, TYPES } from "./types";

/** Every type that a new field may have, each with what it is for. */
export function TypePicker({ onPick }: { onPick(type: FieldTypeName): void }) {
  const { t } = useWords("admin");
  return (
    <>
      {GROUPS.map((group) => (
        <section key={group.name} aria-labelledby={`types-${group.name}`}>
          <Text id={`types-${group.name}`} size="sm" c="dimmed">
            {t(`fieldTypes.groups.${group.name}`)}
          </Text>
          <ul className={classes.types}>
            {group.types.map((type) => {
              const Icon = TYPES[type].icon;
              return (
                <li key={type}>
                  <button type="button" className={classes.type} onClick={() => onPick(type)}>
                    <Icon size={18} stroke={1.6} aria-hidden />
                    <span>
                      <span className={classes.typeName}>{t(`fieldTypes.names.${type}`)}</span>
                      <span className={classes.hint}>{t(`fieldTypes.hints.${type}`)}</span>
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}
