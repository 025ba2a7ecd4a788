/** The pages of the settings area, in the order and the groups in which they are shown. */
import {
  type Icon,
  IconArrowsJoin2,
  IconBuildingStore,
  IconBulb,
  IconCoins,
  IconColumns3,
  IconCopyCheck,
  IconCube,
  IconHistory,
  IconKey,
  IconMailCheck,
  IconMailForward,
  IconMailOff,
  IconProgress,
  IconRefreshAlert,
  IconShieldCheck,
  IconShieldLock,
  IconTags,
  IconTrash,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
} from "@tabler/icons-react";
import type { LinkProps } from "@tanstack/react-router";
import { decides, SETTABLE } from "@/api/settable";
import type { Agreed, Me } from "@/api/types";

export interface Place {
  /** Names its words: `settings.places.<name>` and `settings.texts.<name>`. */
  name: string;
  to: NonNullable<LinkProps["to"]>;
  icon: Icon;
  /** Who finds it; administrators alone unless told. */
  isFor?(me: Me): boolean;
  /** What is decided there: whoever decides any of it finds it too. */
  decided?: readonly string[];
}

/** Who looks for a place, and what they may do to what the firm agrees on. */
export interface Seeker {
  me: Me;
  agreed: readonly Agreed[];
}

export interface Group {
  /** Names its words: `settings.groups.<name>`. */
  name: string;
  places: Place[];
}

const groups: Group[] = [
  {
    name: "company",
    places: [
      { name: "company", to: "/settings/company", icon: IconBuildingStore },
      { name: "currencies", to: "/settings/currencies", icon: IconCoins },
      { name: "apiKeys", to: "/settings/api-keys", icon: IconKey },
    ],
  },
  {
    name: "people",
    places: [
      { name: "users", to: "/settings/users", icon: IconUsers },
      { name: "teams", to: "/settings/teams", icon: IconUsersGroup },
      { name: "roles", to: "/settings/roles", icon: IconShieldCheck },
      { name: "audit", to: "/settings/audit", icon: IconHistory },
    ],
  },
  {
    name: "design",
    places: [
      { name: "objects", to: "/settings/objects", icon: IconCube },
      { name: "pipelines", to: "/settings/pipelines", icon: IconColumns3 },
      { name: "actionRules", to: "/settings/action-rules", icon: IconBulb, decided: SETTABLE.actionRules },
    ],
  },
  {
    name: "marketing",
    places: [
      { name: "marketing", to: "/settings/marketing", icon: IconMailCheck, decided: SETTABLE.marketing },
      { name: "sending", to: "/settings/sending", icon: IconMailForward, decided: SETTABLE.sending },
      { name: "exclusions", to: "/settings/exclusions", icon: IconMailOff, decided: SETTABLE.exclusions },
      { name: "webhooks", to: "/settings/webhooks", icon: IconWebhook, decided: SETTABLE.webhooks },
    ],
  },
  {
    name: "data",
    places: [
      { name: "jobs", to: "/jobs", icon: IconProgress },
      { name: "failures", to: "/settings/failures", icon: IconRefreshAlert, decided: SETTABLE.failures },
      { name: "duplicates", to: "/settings/duplicates", icon: IconCopyCheck },
      { name: "merges", to: "/settings/merges", icon: IconArrowsJoin2 },
      { name: "tags", to: "/settings/tags", icon: IconTags },
      { name: "privacy", to: "/settings/privacy", icon: IconShieldLock },
      { name: "trash", to: "/trash", icon: IconTrash },
    ],
  },
];

const isFor = (place: Place, { me, agreed }: Seeker) =>
  place.isFor ? place.isFor(me) : me.user.role === "admin" || decides(agreed, place.decided ?? []);

/** What somebody finds in the settings. */
export function placesFor(seeker: Seeker): Group[] {
  return groups
    .map((group) => ({ ...group, places: group.places.filter((place) => isFor(place, seeker)) }))
    .filter((group) => group.places.length > 0);
}

/** Whether an address of the settings is one that somebody may open; one below a place goes with it. */
export function mayOpen(seeker: Seeker, path: string): boolean {
  const place = groups.flatMap((group) => group.places).find((one) => path === one.to || path.startsWith(`${one.to}/`));
  return place ? isFor(place, seeker) : placesFor(seeker).length > 0;
}
