import { Anchor, Center } from "@mantine/core";
import { IconChevronLeft, IconLock } from "@tabler/icons-react";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { mayOpen, placesFor } from "./places";
import classes from "./Settings.module.css";
import { useSeeker } from "./useSeeker";

/** The frame around every page of the settings: their navigation beside them; on a phone, the way back to the list. */
export function SettingsFrame() {
  const { t } = useWords("admin");
  const seeker = useSeeker();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isIndex = path === "/settings";
  return (
    <div className={classes.frame}>
      <nav className={classes.side} aria-label={t("settings.navigation")}>
        <Link to="/settings" className={classes.head} activeOptions={{ exact: true }}>
          {t("settings.title")}
        </Link>
        {placesFor(seeker).map((group) => (
          <div key={group.name}>
            <div className={classes.group}>{t(`settings.groups.${group.name}`)}</div>
            <ul className={classes.links}>
              {group.places.map(({ name, to, icon: Icon }) => (
                <li key={name}>
                  <Link to={to} className={classes.link} preload="intent">
                    <Icon size={17} stroke={1.6} aria-hidden />
                    {t(`settings.places.${name}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={classes.content}>
        {!isIndex && (
          <Anchor className={classes.back} size="sm" renderRoot={(props) => <Link {...props} to="/settings" />}>
            <IconChevronLeft size={16} aria-hidden />
            {t("settings.title")}
          </Anchor>
        )}
        {mayOpen(seeker, path) ? <Outlet /> : <Closed />}
      </div>
    </div>
  );
}

function Closed() {
  const { t } = useWords("admin");
  return (
    <Center mih="60dvh">
      <EmptyState
        icon={<IconLock size={44} stroke={1.2} />}
        title={t("settings.closed")}
        text={t("settings.closedText")}
      />
    </Center>
  );
}
