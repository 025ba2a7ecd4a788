import { AppShell, Burger, Group, Text } from "@mantine/core";
import { useDisclosure, useHotkeys, useMediaQuery } from "@mantine/hooks";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useWords } from "@/i18n/useWords";
import { Mark } from "@/theme/Mark";
import { BottomBar } from "./BottomBar";
import { Navigation } from "./Navigation";
import { openPalette } from "./palette";
import classes from "./Shell.module.css";

const Overlays = lazy(() => import("./Overlays").then((module) => ({ default: module.Overlays })));

/** The frame around every page of the staff application. */
export function Shell() {
  const { t } = useWords();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const isPhone = useMediaQuery("(max-width: 47.99em)");
  useHotkeys([["mod+K", openPalette]], []);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the menu and takes the focus
  useEffect(() => {
    close();
    document.getElementById("page-title")?.focus({ preventScroll: true });
  }, [path, close]);
  return (
    <>
      <a href="#content" className="skip">
        {t("app.skip")}
      </a>
      <AppShell
        layout="alt"
        header={{ height: { base: 52, sm: 0 } }}
        footer={{ height: { base: 56, sm: 0 } }}
        navbar={{ width: 232, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
        transitionDuration={0}
      >
        <AppShell.Header hiddenFrom="sm" className={classes.quiet}>
          <Group h="100%" px="md" justify="space-between">
            <Group gap={8}>
              <Mark size={22} />
              <Text fw={650}>{t("app.name")}</Text>
            </Group>
            <Burger opened={isOpen} onClick={toggle} size="sm" aria-label={t("nav.menu")} aria-expanded={isOpen} />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar className={classes.quiet} inert={isPhone && !isOpen}>
          <Navigation onClose={close} />
        </AppShell.Navbar>
        <AppShell.Main id="content" className={classes.main}>
          <Outlet />
        </AppShell.Main>
        <AppShell.Footer hiddenFrom="sm" className={classes.quiet}>
          <BottomBar />
        </AppShell.Footer>
      </AppShell>
      <Suspense fallback={null}>
        <Overlays />
      </Suspense>
    </>
  );
}
