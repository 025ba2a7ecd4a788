import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { PeoplePage } from "@/features/campaigns/PeoplePage";
import { ReturnsPage } from "@/features/campaigns/ReturnsPage";
import { SalesPage } from "@/features/campaigns/SalesPage";
import { LAST } from "@/features/campaigns/way";

export function PeopleRoute() {
  const { id } = useParams({ from: "/staff/campaigns/$id/people" });
  return <PeoplePage id={id} asked={useSearch({ from: "/staff/campaigns/$id/people" })} />;
}

export function SalesRoute() {
  const { id } = useParams({ from: "/staff/campaigns/$id/sales" });
  return <SalesPage id={id} way={{ ...LAST, ...useSearch({ from: "/staff/campaigns/$id/sales" }) }} />;
}

export function ReturnsRoute() {
  const { of = "campaign", ...way } = useSearch({ from: "/staff/campaigns/returns" });
  const navigate = useNavigate({ from: "/campaigns/returns" });
  return (
    <ReturnsPage
      kind={of}
      way={{ ...LAST, ...way }}
      onChange={(kind, next) => navigate({ search: { of: kind, ...next }, replace: true })}
    />
  );
}
