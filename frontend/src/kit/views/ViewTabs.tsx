import { ActionIcon } from "@mantine/core";
import { IconDots, IconLock, IconUsers } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy } from "react";
import type { SavedView } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { OnPress } from "../OnPress";
import classes from "./Views.module.css";
import { plainAddress } from "./viewState";

const loadMenu = () => import("./ViewMenu");
const ViewMenu = lazy(() => loadMenu().then((module) => ({ default: module.ViewMenu })));

/** Which tab is open is our own to say; the router would call every list the first one. */
const EXACT = { exact: true, includeSearch: true };

interface Props {
  object: CompiledObject;
  views: readonly SavedView[];
  view: SavedView | undefined;
  onLeave(): void;
}

/** The saved views of an object, one link each: an address that can be opened, sent and kept. */
export function ViewTabs({ object, views, view, onLeave }: Props) {
  const { t, inner } = useWords("lists");
  const to = "/records/$plural" as const;
  const params = { plural: object.plural };
  if (!views.length) return null;
  return (
    <nav className={classes.tabs} aria-label={t("views.title", { name: inner(object.labelPlural) })}>
      <Link
        to={to}
        params={params}
        search={plainAddress(views)}
        className={classes.tab}
        activeOptions={EXACT}
        aria-current={view ? undefined : "page"}
      >
        {t("views.all")}
      </Link>
      {views.map((one) => (
        <span key={one.id} className={classes.item}>
          <Link
            to={to}
            params={params}
            search={{ saved: one.id }}
            className={classes.tab}
            activeOptions={EXACT}
            aria-current={view?.id === one.id ? "page" : undefined}
          >
            {one.shared === "private" ? (
              <IconLock size={14} aria-hidden className={classes.icon} />
            ) : (
              <IconUsers size={14} aria-hidden className={classes.icon} />
            )}
            {one.name}
          </Link>
          {view?.id === one.id && one.can_change && (
            <OnPress
              target={
                <ActionIcon variant="subtle" color="gray" size={26} aria-label={t("views.menu", { name: one.name })}>
                  <IconDots size={16} />
                </ActionIcon>
              }
              menu={ViewMenu}
              load={loadMenu}
              menuProps={{ plural: object.plural, view: one, onLeave }}
            />
          )}
        </span>
      ))}
    </nav>
  );
}
