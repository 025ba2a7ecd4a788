/** What an administrator may say of a field of each type; a test holds it against the reference of the API. */
import {
  type Icon,
  IconAlignLeft,
  IconAt,
  IconCalendar,
  IconCalendarClock,
  IconCash,
  IconCheckbox,
  IconCircleDot,
  IconClock,
  IconFileText,
  IconHash,
  IconId,
  IconLetterT,
  IconLink,
  IconListCheck,
  IconListDetails,
  IconMapPin,
  IconMathFunction,
  IconNumber123,
  IconPaperclip,
  IconPercentage,
  IconPhone,
  IconRoute,
  IconStar,
  IconSum,
  IconTags,
  IconUser,
  IconWorld,
} from "@tabler/icons-react";
import type { FieldMeta, FieldTypeName } from "@/api/types";

export type Property =
  | "default"
  | "max_length"
  | "unique"
  | "indexed"
  | "searched"
  | "counted"
  | "min"
  | "max"
  | "decimals"
  | "unit"
  | "multiple"
  | "zoned"
  | "options"
  | "parts"
  | "link";

export interface TypeDesign {
  icon: Icon;
  /** What a field of the type may say beside its label, its help and its rules; null when nobody adds one. */
  properties: Property[] | null;
}

export const TYPES: Record<FieldTypeName, TypeDesign> = {
  text: { icon: IconLetterT, properties: ["default", "max_length", "unique", "indexed", "searched"] },
  long_text: { icon: IconAlignLeft, properties: ["default", "max_length"] },
  rich_text: { icon: IconFileText, properties: ["default", "max_length"] },
  url: { icon: IconWorld, properties: ["unique", "indexed", "searched"] },
  email: { icon: IconAt, properties: ["unique", "indexed", "searched"] },
  phone: { icon: IconPhone, properties: ["unique", "indexed", "searched"] },
  integer: { icon: IconHash, properties: ["default", "min", "max", "unit", "unique", "indexed"] },
  number: { icon: IconNumber123, properties: ["default", "min", "max", "decimals", "unit", "unique", "indexed"] },
  percent: { icon: IconPercentage, properties: ["default", "min", "max", "decimals", "indexed"] },
  money: { icon: IconCash, properties: ["min", "max", "indexed"] },
  rating: { icon: IconStar, properties: ["default", "max", "indexed"] },
  date: { icon: IconCalendar, properties: ["default", "indexed"] },
  date_time: { icon: IconCalendarClock, properties: ["zoned", "indexed"] },
  time: { icon: IconClock, properties: ["default", "indexed"] },
  boolean: { icon: IconCheckbox, properties: ["default", "indexed"] },
  choice: { icon: IconCircleDot, properties: ["options", "default", "indexed", "counted"] },
  multi_choice: { icon: IconListCheck, properties: ["options", "default", "counted"] },
  link: { icon: IconLink, properties: ["link", "multiple"] },
  user: { icon: IconUser, properties: ["indexed"] },
  address: { icon: IconMapPin, properties: ["searched"] },
  file: { icon: IconPaperclip, properties: ["multiple"] },
  person_name: { icon: IconId, properties: ["parts", "indexed", "searched"] },
  formula: { icon: IconMathFunction, properties: [] },
  rollup: { icon: IconSum, properties: [] },
  stage: { icon: IconRoute, properties: null },
  tags: { icon: IconTags, properties: null },
  lines: { icon: IconListDetails, properties: null },
};

/** The types that one may add, as they are offered; each group names its words. */
export const GROUPS: { name: string; types: FieldTypeName[] }[] = [
  { name: "texts", types: ["text", "long_text", "rich_text", "email", "phone", "url", "address"] },
  { name: "numbers", types: ["integer", "number", "money", "percent", "rating"] },
  { name: "times", types: ["date", "date_time", "time"] },
  { name: "choices", types: ["choice", "multi_choice", "boolean"] },
  { name: "relations", types: ["link", "user", "file", "person_name"] },
  { name: "computed", types: ["formula", "rollup"] },
];

export function isComputed(type: FieldTypeName): boolean {
  return type === "formula" || type === "rollup";
}

export function says(type: FieldTypeName, property: Property): boolean {
  return TYPES[type].properties?.includes(property) ?? false;
}

/** Whether an administrator can change anything of a field: not what the system keeps about every record. */
export function isDesigned(field: FieldMeta): boolean {
  return !field.system && !field.hidden;
}
