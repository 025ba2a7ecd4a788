import { IconChevronDown } from "@tabler/icons-react";
import { lazy } from "react";
import { useMe } from "@/api/me";
import { userName } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { CompanyMark } from "@/theme/CompanyMark";
import { Drop } from "./Drop";
import classes from "./Shell.module.css";

const UserMenuItems = lazy(() => import("./UserMenuItems").then((module) => ({ default: module.UserMenuItems })));

/** Whose counter this is, and how they like it: language, light, and the way out. */
export function UserMenu() {
  const { t } = useWords();
  const { user, tenant } = useMe();
  const name = t("nav.account", { company: tenant.name, name: userName(user) });
  return (
    <Drop
      role="menu"
      label={name}
      width={232}
      target={(props) => (
        <button type="button" className={classes.user} aria-label={name} {...props}>
          <CompanyMark name={tenant.name} size={26} />
          <span className={classes.company}>{tenant.name}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      )}
    >
      {(close) => <UserMenuItems onChoose={close} />}
    </Drop>
  );
}
