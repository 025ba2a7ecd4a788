import {
  IconBox,
  IconBriefcase,
  IconBuilding,
  IconCalendar,
  IconCar,
  IconChecklist,
  IconCircle,
  IconColumns3,
  IconHammer,
  IconHeart,
  IconHome,
  IconNote,
  IconPhone,
  type IconProps,
  IconReceipt,
  IconSchool,
  IconSparkles,
  IconSpeakerphone,
  IconTarget,
  IconTruck,
  IconUser,
} from "@tabler/icons-react";
import type { ComponentType } from "react";

/** The icons that the catalogue names, and those that a firm may give to an object of its own. */
const ICONS: Record<string, ComponentType<IconProps>> = {
  building: IconBuilding,
  user: IconUser,
  sparkles: IconSparkles,
  target: IconTarget,
  columns: IconColumns3,
  check: IconChecklist,
  phone: IconPhone,
  calendar: IconCalendar,
  note: IconNote,
  box: IconBox,
  receipt: IconReceipt,
  home: IconHome,
  briefcase: IconBriefcase,
  hammer: IconHammer,
  car: IconCar,
  truck: IconTruck,
  school: IconSchool,
  heart: IconHeart,
  megaphone: IconSpeakerphone,
};

export const ICON_NAMES = Object.keys(ICONS);

export function iconOf(name: string): ComponentType<IconProps> {
  return ICONS[name] ?? IconCircle;
}
