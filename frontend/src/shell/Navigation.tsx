import { CloseButton, Group, Kbd, Text } from "@mantine/core";
import {
  IconBell,
  IconBolt,
  IconFileImport,
  IconForms,
  IconHome,
  IconMail,
  IconSearch,
  IconSettings,
  IconTrash,
  IconUsersGroup,
} from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useFavourites } from "@/api/favourites";
import { useMe } from "@/api/me";
import { useObjects } from "@/api/objects";
import { useMaySet } from "@/api/settable";
import type { ObjectSummary } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { iconOf } from "@/kit/icons";
import { may } from "@/metadata/access";
import { openPalette } from "./palette";
import { placesOf } from "./places";
import classes from "./Shell.module.css";
import { UserMenu } from "./UserMenu";

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The way to everything; `bell` is there where the frame has no other place for it. */
export function Navigation({ onClose, bell }: { onClose(): void; bell: ReactNode }) {
  const { t } = useWords();
  const { user } = useMe();
  const maySet = useMaySet();
  const objects = useObjects();
  const places = placesOf(objects);
  const pathname = useLocation({ select: (location) => location.pathname });
  const links = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page marks another link
  useEffect(() => {
    links.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [pathname]);
  const mayImport = objects.some((object) => object.features.importable && may(object.permissions, "create"));
  return (
    <nav className={classes.nav} aria-label={t("nav.main")}>
      <Group justify="space-between" wrap="nowrap" mb={10} gap={4}>
        <UserMenu />
        {bell}
        <CloseButton hiddenFrom="sm" size="lg" aria-label={t("actions.close")} onClick={onClose} />
      </Group>
      <button
        type="button"
        className={classes.search}
        onClick={() => {
          onClose();
          openPalette();
        }}
      >
        <IconSearch size={16} aria-hidden />
        <Text span inherit flex={1} ta="start" truncate="end">
          {t("nav.search")}
        </Text>
        <Kbd size="xs" visibleFrom="sm">
          {isMac ? "⌘K" : "Ctrl K"}
        </Kbd>
      </button>
      <ul className={classes.links} ref={links}>
        <li>
          <Link to="/" className={classes.link} activeOptions={{ exact: true }}>
            <IconHome size={18} stroke={1.6} aria-hidden />
            {t("nav.home")}
          </Link>
        </li>
        {places.main.map((object) => (
          <Place key={object.plural} object={object} />
        ))}
        <Favourites objects={objects} />
        <li className={classes.group}>{t("nav.more")}</li>
        {places.more.map((object) => (
          <Place key={object.plural} object={object} />
        ))}
        <li className={classes.group}>{t("nav.marketing")}</li>
        {places.marketing.map((object) => (
          <Place key={object.plural} object={object} />
        ))}
        <li>
          <Link to="/segments" className={classes.link}>
            <IconUsersGroup size={18} stroke={1.6} aria-hidden />
            {t("nav.segments")}
          </Link>
        </li>
        <li>
          <Link to="/templates" className={classes.link}>
            <IconMail size={18} stroke={1.6} aria-hidden />
            {t("nav.templates")}
          </Link>
        </li>
        <li>
          <Link to="/automations" className={classes.link}>
            <IconBolt size={18} stroke={1.6} aria-hidden />
            {t("nav.automations")}
          </Link>
        </li>
        <li>
          <Link to="/forms" className={classes.link}>
            <IconForms size={18} stroke={1.6} aria-hidden />
            {t("nav.forms")}
          </Link>
        </li>
        <li>
          <Link to="/alarms" className={classes.link}>
            <IconBell size={18} stroke={1.6} aria-hidden />
            {t("nav.alarms")}
          </Link>
        </li>
      </ul>
      <ul className={classes.foot}>
        {mayImport && (
          <li>
            <Link to="/imports" className={classes.link}>
              <IconFileImport size={18} stroke={1.6} aria-hidden />
              {t("nav.imports")}
            </Link>
          </li>
        )}
        {maySet && (
          <li>
            <Link to="/settings" className={classes.link}>
              <IconSettings size={18} stroke={1.6} aria-hidden />
              {t("nav.settings")}
            </Link>
          </li>
        )}
        {user.role !== "admin" && (
          <li>
            <Link to="/trash" className={classes.link}>
              <IconTrash size={18} stroke={1.6} aria-hidden />
              {t("nav.trash")}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

const MOST_FAVOURITES = 8;

/** What this person keeps at hand, under what everybody does. */
function Favourites({ objects }: { objects: readonly ObjectSummary[] }) {
  const { t } = useWords();
  const kept = useFavourites().data ?? [];
  if (!kept.length) return null;
  return (
    <>
      <li className={classes.group}>{t("nav.favourites")}</li>
      {kept.slice(0, MOST_FAVOURITES).map((one) => {
        const Icon = iconOf(objects.find((object) => object.plural === one.plural)?.icon ?? "");
        return (
          <li key={one.id}>
            <Link to="/records/$plural/$id" params={{ plural: one.plural, id: one.id }} className={classes.link}>
              <Icon size={18} stroke={1.6} aria-hidden />
              <Text span inherit truncate="end">
                {one.name}
              </Text>
            </Link>
          </li>
        );
      })}
    </>
  );
}

/** An object's list; it is marked in the pages of its own, such as a campaign's results, as well. */
function Place({ object }: { object: ObjectSummary }) {
  const { label } = useWords();
  const Icon = iconOf(object.icon);
  const isWithin = useLocation({ select: ({ pathname }) => pathname.startsWith(`/${object.plural}/`) });
  return (
    <li>
      <Link
        to="/records/$plural"
        params={{ plural: object.plural }}
        className={classes.link}
        data-within={isWithin || undefined}
        preload="intent"
      >
        <Icon size={18} stroke={1.6} aria-hidden />
        {label(object.label_plural)}
      </Link>
    </li>
  );
}
