import { useParams } from "@tanstack/react-router";
import { RolePage } from "@/admin/roles/RolePage";

export function RoleRoute() {
  const { key } = useParams({ from: "/staff/settings/roles/$key" });
  return <RolePage roleKey={key} />;
}
