import { Text } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import { Cell } from "./Cell";
import { ACTIONS } from "./definition";
import { FieldsButton, LineHead } from "./LineHead";
import { useLines } from "./lines";
import type { MatrixProps } from "./Matrix";
import classes from "./Roles.module.css";

/** The matrix on a phone: a card an object. */
export function MatrixCards({ role, draft, onFields }: MatrixProps) {
  const { t, label } = useWords("admin");
  return (
    <ul className={classes.list} aria-label={t("roles.matrix", { name: label(role.label) })}>
      {useLines().map((line) => (
        <li key={line.plural} className={classes.card}>
          <LineHead role={role} draft={draft} line={line} />
          <div className={classes.rights}>
            {ACTIONS.map((action) => (
              <div key={action} className={classes.right}>
                <Text size="sm" aria-hidden>
                  {t(`roles.actions.${action}`)}
                </Text>
                <Cell role={role} draft={draft} line={line} action={action} />
              </div>
            ))}
            {!line.isCommon && !line.isWhole && !role.is_fixed && (
              <div className={classes.right}>
                <Text size="sm">{t("roles.fields")}</Text>
                <FieldsButton role={role} draft={draft} line={line} onFields={onFields} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
