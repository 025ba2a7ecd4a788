import type { Role } from "@/api/types";

export const ROLES: readonly Role[] = ["admin", "manager", "rep", "viewer"];
