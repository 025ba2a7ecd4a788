import { CloseButton, Group, Kbd, Text } from "@mantine/core";
import { IconFileImport, IconHome, IconSearch, IconUsers } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMe } from "@/api/me";
import { useObjects } from "@/api/objects";
import type { ObjectSummary } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { iconOf } from "@/kit/icons";
import { may } from "@/metadata/access";
import { NotificationBell } from "./NotificationBell";
import { openPalette } from "./palette";
import { placesOf } from "./places";
import classes from "./Shell.module.css";
import { UserMenu } from "./UserMenu";

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function Navigation({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const { tenant, user } = useMe();
  const objects = useObjects();
  const places = placesOf(objects);
  const mayImport = objects.some((object) => object.features.importable && may(object.permissions, "create"));
  return (
    <nav className={classes.nav} aria-label={t("nav.main")}>
      <Group justify="space-between" wrap="nowrap" mb={10} gap={4}>
        <UserMenu />
        <NotificationBell />
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
      <ul className={classes.links}>
        <li>
          <Link to="/" className={classes.link} activeOptions={{ exact: true }}>
            <IconHome size={18} stroke={1.6} aria-hidden />
            {t("nav.home")}
          </Link>
        </li>
        {places.main.map((object) => (
          <Place key={object.plural} object={object} />
        ))}
        <li className={classes.group}>{t("nav.more")}</li>
        {places.more.map((object) => (
          <Place key={object.plural} object={object} />
        ))}
        <li className={classes.group}>{tenant.name}</li>
        {mayImport && (
          <li>
            <Link to="/imports" className={classes.link}>
              <IconFileImport size={18} stroke={1.6} aria-hidden />
              {t("nav.imports")}
            </Link>
          </li>
        )}
        {user.role === "admin" && (
          <li>
            <Link to="/team" className={classes.link}>
              <IconUsers size={18} stroke={1.6} aria-hidden />
              {t("nav.team")}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Place({ object }: { object: ObjectSummary }) {
  const { label } = useWords();
  const Icon = iconOf(object.icon);
  return (
    <li>
      <Link to="/records/$plural" params={{ plural: object.plural }} className={classes.link} preload="intent">
        <Icon size={18} stroke={1.6} aria-hidden />
        {label(object.label_plural)}
      </Link>
    </li>
  );
}
