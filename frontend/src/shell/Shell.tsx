import { useMediaQuery } from "@mantine/hooks";
import { IconMenu2 } from "@tabler/icons-react";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useWords } from "@/i18n/useWords";
import { Mark } from "@/theme/Mark";
import { BottomBar } from "./BottomBar";
import { Navigation } from "./Navigation";
import { NotificationBell } from "./notifications/NotificationBell";
import { OfflineBanner } from "./OfflineBanner";
import classes from "./Shell.module.css";
import { useAppShortcuts } from "./useAppShortcuts";

const Overlays = lazy(() => import("./Overlays").then((module) => ({ default: module.Overlays })));

/** The frame around every page of the staff application. */
export function Shell() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const isPhone = useMediaQuery("(max-width: 47.99em)");
  useAppShortcuts();
  const close = () => setOpen(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the menu and takes the focus
  useEffect(() => {
    setOpen(false);
    document.getElementById("page-title")?.focus({ preventScroll: true });
  }, [path]);
  return (
    <>
      <a href="#content" className="skip">
        {t("app.skip")}
      </a>
      <div className={classes.frame}>
        <header className={classes.header} data-print="never">
          <span className={classes.brand}>
            <Mark size={22} />
            {t("app.name")}
          </span>
          <span className={classes.headerEnd}>
            {isPhone && <NotificationBell />}
            <button
              type="button"
              className={classes.burger}
              aria-label={t("nav.menu")}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <IconMenu2 size={22} stroke={1.6} aria-hidden />
            </button>
          </span>
        </header>
        <div className={classes.navbar} data-open={isOpen || undefined} data-print="never" inert={isPhone && !isOpen}>
          <Navigation onClose={close} bell={isPhone ? null : <NotificationBell />} />
        </div>
        <main id="content" className={classes.main}>
          <OfflineBanner />
          <Outlet />
        </main>
        <footer className={classes.footer} data-print="never">
          <BottomBar />
        </footer>
      </div>
      <Suspense fallback={null}>
        <Overlays />
      </Suspense>
    </>
  );
}
