import type { RoleRow } from "@/api/roles";
import type { Action } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { EXTENTS, followed, isWithin, rightsOf, withRight } from "./definition";
import type { NamedLine } from "./lines";
import classes from "./Roles.module.css";
import type { RoleDraft } from "./useRoleDraft";

interface Props {
  role: RoleRow;
  draft: RoleDraft;
  line: NamedLine;
  action: Action;
}

/** How far one action reaches on one object: a word, and a disc that is as full as it reaches far. */
export function Cell({ role, draft, line, action }: Props) {
  const { t } = useWords("admin");
  const rights = rightsOf(draft.now, line);
  const offered = line.isWhole ? EXTENTS.filter((one) => one === "none" || one === "all") : EXTENTS;
  const extent = rights[action];
  return (
    <span
      className={classes.cell}
      data-extent={extent}
      data-follows={followed(draft.now, line) !== line.plural || undefined}
    >
      <span className={classes.disc} aria-hidden />
      {role.is_fixed ? (
        <span>{t(`roles.extents.${extent}`)}</span>
      ) : (
        <select
          className={classes.select}
          aria-label={t("roles.cell", { object: line.name, action: t(`roles.actions.${action}`) })}
          value={extent}
          onChange={(event) => {
            const chosen = offered.find((one) => one === event.currentTarget.value);
            if (chosen) draft.change((now) => withRight(now, line, action, chosen));
          }}
        >
          {offered.map((one) => (
            <option key={one} value={one} disabled={!isWithin(rights, action, one)}>
              {t(`roles.extents.${one}`)}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}
