import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";

/** The way back to all campaigns, or to the one whose numbers one looks into. */
export function CampaignBackLink({ campaign, tab = "results" }: { campaign?: string; tab?: "send" | "results" }) {
  const { t } = useWords("campaigns");
  return campaign ? (
    <BackLink to="/campaigns/$id" params={{ id: campaign }} search={{ tab }} aria-label={t("people.back")} />
  ) : (
    <BackLink to="/records/$plural" params={{ plural: "campaigns" }} aria-label={t("campaigns.back")} />
  );
}
