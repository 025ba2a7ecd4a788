import type { TFunction } from "i18next";
import type { RoleRow } from "@/api/roles";

const TOLD = ["read", "update", "delete", "export"] as const;

/** In one sentence, what a role may do with whatever it does not name. */
export function does(role: Pick<RoleRow, "objects" | "is_fixed">, t: TFunction): string {
  if (role.is_fixed) return t("roles.doesAll");
  const rights = role.objects["*"];
  return rights ? TOLD.map((action) => t(`roles.does.${action}.${rights[action]}`)).join(", ") : "";
}
