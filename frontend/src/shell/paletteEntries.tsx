import { useMantineColorScheme } from "@mantine/core";
import {
  IconArrowsVertical,
  IconBell,
  IconBolt,
  IconFileImport,
  IconForms,
  IconHome,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMail,
  IconMoon,
  IconPlus,
  IconProgress,
  IconSettings,
  IconSun,
  IconTrash,
  IconUserCircle,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { recentQuery } from "@/api/favourites";
import { useMe, useUpdateMe } from "@/api/me";
import { useObjects } from "@/api/objects";
import { useMaySet } from "@/api/settable";
import type { ObjectSummary } from "@/api/types";
import { changeLanguage } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { type Action, actions, PLACE } from "@/kit/actions";
import { openCreate } from "@/kit/form/create";
import { iconOf } from "@/kit/icons";
import { setDensity, useDensity } from "@/kit/list/density";
import { useStore } from "@/lib/store";
import { may } from "@/metadata/access";
import { leave } from "@/session/leave";
import { goKeys, HOME_KEY, IMPORTS_KEY, NOTIFICATIONS_KEY, SETTINGS_KEY } from "./goKeys";
import { placesOf } from "./places";
import { openKeys } from "./sheet";

export const ICON = 18;

export interface Item {
  key: string;
  label: string;
  icon: ReactNode;
  hint?: string | undefined;
  keywords?: string | undefined;
  keys?: string | undefined;
  run(): void;
}

export interface Entries {
  key: string;
  label: string;
  items: Item[];
  /** Shown while nothing is typed, or only once something is. */
  onlyEmpty?: boolean;
  onlyTyped?: boolean;
}

const MOST_RECENT = 5;

export function iconFor(object: ObjectSummary): ReactNode {
  const Icon = iconOf(object.icon);
  return <Icon size={ICON} stroke={1.6} />;
}

const isHere = (action: Action) => action.id.startsWith("here-");
const isPlace = (action: Action) => action.id.startsWith(PLACE);
const sign = (Icon: typeof IconHome) => <Icon size={ICON} stroke={1.6} />;

/** Everything that the palette offers before it asks the server, in the order in which it is wanted. */
export function useEntries(): Entries[] & { open(plural: string, id: string): void } {
  const { t, label, inner } = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const maySet = useMaySet();
  const objects = useObjects();
  const { main, more, marketing } = placesOf(objects);
  const places = [...main, ...more, ...marketing];
  const letters = goKeys(places.map((object) => label(object.label_plural)));
  const recent = useQuery(recentQuery).data ?? [];
  const open = (plural: string, id: string) => navigate({ to: "/records/$plural/$id", params: { plural, id } });
  const offered = useStore(actions).filter((action) => action.when?.(me) ?? true);
  const itemOf = (action: Action): Item => ({
    key: action.id,
    label: action.words(),
    icon: sign(isPlace(action) ? IconSettings : IconBolt),
    keywords: action.keywords,
    keys: action.keys,
    run: () => action.run(navigate),
  });
  const groups: Entries[] = [
    { key: "here", label: t("palette.here"), items: offered.filter(isHere).map(itemOf) },
    {
      key: "recent",
      label: t("palette.recent"),
      onlyEmpty: true,
      items: recent.slice(0, MOST_RECENT).flatMap((one) => {
        const object = objects.find((each) => each.plural === one.plural);
        if (!object) return [];
        const hint = label(object.label);
        const run = () => open(one.plural, one.id);
        return [{ key: one.id, label: one.name ?? one.id.slice(-6), hint, icon: iconFor(object), run }];
      }),
    },
    {
      key: "create",
      label: t("palette.create"),
      onlyTyped: true,
      items: places
        .filter((object) => may(object.permissions, "create"))
        .map((object) => ({
          key: object.plural,
          label: t("create.submit", { name: inner(object.label) }),
          icon: sign(IconPlus),
          run: () => openCreate({ plural: object.plural }),
        })),
    },
    {
      key: "go",
      label: t("palette.go"),
      items: [
        {
          key: "home",
          label: t("nav.home"),
          icon: sign(IconHome),
          keys: `g ${HOME_KEY}`,
          run: () => navigate({ to: "/" }),
        },
        ...places.map((object, place) => ({
          key: object.plural,
          label: label(object.label_plural),
          icon: iconFor(object),
          keys: letters[place] ? `g ${letters[place]}` : undefined,
          run: () => navigate({ to: "/records/$plural", params: { plural: object.plural } }),
        })),
        {
          key: "segments",
          label: t("nav.segments"),
          icon: sign(IconUsersGroup),
          run: () => navigate({ to: "/segments" }),
        },
        {
          key: "templates",
          label: t("nav.templates"),
          icon: sign(IconMail),
          run: () => navigate({ to: "/templates" }),
        },
        {
          key: "automations",
          label: t("nav.automations"),
          icon: sign(IconBolt),
          run: () => navigate({ to: "/automations" }),
        },
        {
          key: "alarms",
          label: t("nav.alarms"),
          icon: sign(IconBell),
          run: () => navigate({ to: "/alarms" }),
        },
        {
          key: "forms",
          label: t("nav.forms"),
          icon: sign(IconForms),
          run: () => navigate({ to: "/forms" }),
        },
        {
          key: "notifications",
          label: t("nav.notifications"),
          icon: sign(IconBell),
          keys: `g ${NOTIFICATIONS_KEY}`,
          run: () => navigate({ to: "/notifications" }),
        },
        {
          key: "imports",
          label: t("nav.imports"),
          icon: sign(IconFileImport),
          keywords: t("palette.synonyms.import"),
          keys: `g ${IMPORTS_KEY}`,
          run: () => navigate({ to: "/imports" }),
        },
        ...(maySet
          ? [
              {
                key: "settings",
                label: t("nav.settings"),
                icon: sign(IconSettings),
                keys: `g ${SETTINGS_KEY}`,
                run: () => navigate({ to: "/settings" }),
              },
            ]
          : []),
        {
          key: "trash",
          label: t("nav.trash"),
          icon: sign(IconTrash),
          run: () => navigate({ to: "/trash", search: {} }),
        },
        { key: "jobs", label: t("nav.jobs"), icon: sign(IconProgress), run: () => navigate({ to: "/jobs" }) },
        {
          key: "account",
          label: t("nav.myAccount"),
          icon: sign(IconUserCircle),
          keywords: t("palette.synonyms.account"),
          run: () => navigate({ to: "/account" }),
        },
        ...offered.filter(isPlace).map(itemOf),
      ],
    },
    {
      key: "do",
      label: t("palette.do"),
      items: [...offered.filter((one) => !isHere(one) && !isPlace(one)).map(itemOf), ...useSwitches()],
    },
  ];
  return Object.assign(groups, { open });
}

/** How this person likes Tendero, and the way out. */
function useSwitches(): Item[] {
  const { t, language } = useWords();
  const client = useQueryClient();
  const update = useUpdateMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const density = useDensity();
  const next = language === "es" ? "en" : "es";
  const light = colorScheme === "dark" ? "light" : "dark";
  const room = density === "cosy" ? "compact" : "cosy";
  const speak = async () => {
    update.mutate({ locale: next });
    await changeLanguage(next);
  };
  return [
    {
      key: "keys",
      label: t("nav.keys"),
      icon: sign(IconKeyboard),
      keywords: t("palette.synonyms.keys"),
      keys: "?",
      run: openKeys,
    },
    { key: "language", label: t(`palette.switchTo.${next}`), icon: sign(IconLanguage), run: speak },
    {
      key: "light",
      label: t(`palette.switchTo.${light}`),
      icon: sign(light === "dark" ? IconMoon : IconSun),
      keywords: t("palette.synonyms.dark"),
      run: () => setColorScheme(light),
    },
    {
      key: "density",
      label: t(`palette.switchTo.${room}`),
      icon: sign(IconArrowsVertical),
      run: () => setDensity(room),
    },
    {
      key: "sign-out",
      label: t("nav.signOut"),
      icon: sign(IconLogout),
      keywords: t("palette.synonyms.signOut"),
      run: () => leave(client),
    },
  ];
}
