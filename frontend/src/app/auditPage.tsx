import { useNavigate, useSearch } from "@tanstack/react-router";
import { AuditPage, LOGS } from "@/admin/audit/AuditPage";

export function AuditRoute() {
  const search = useSearch({ from: "/staff/settings/audit" });
  const navigate = useNavigate();
  return (
    <AuditPage
      log={LOGS.find((one) => one === search.log) ?? "roles"}
      onLog={(log) => navigate({ to: "/settings/audit", search: { log }, replace: true })}
    />
  );
}
