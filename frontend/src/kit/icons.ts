import {
  IconBox,
  IconBuilding,
  IconCalendar,
  IconChecklist,
  IconCircle,
  IconColumns3,
  IconNote,
  IconPhone,
  type IconProps,
  IconReceipt,
  IconSparkles,
  IconTarget,
  IconUser,
} from "@tabler/icons-react";
import type { ComponentType } from "react";

/** The icons that the catalogue names. */
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
};

export function iconOf(name: string): ComponentType<IconProps> {
  return ICONS[name] ?? IconCircle;
}
