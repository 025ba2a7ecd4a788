import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { CampaignPage } from "@/features/campaigns/CampaignPage";

export function CampaignRoute() {
  const { id } = useParams({ from: "/staff/campaigns/$id" });
  const { tab } = useSearch({ from: "/staff/campaigns/$id" });
  const navigate = useNavigate({ from: "/campaigns/$id" });
  return (
    <CampaignPage
      key={id}
      id={id}
      tab={tab}
      onTab={(next) => navigate({ search: { tab: next }, replace: true, ignoreBlocker: true })}
    />
  );
}
