import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Failure } from "@/api/failures";
import { useWords } from "@/i18n/useWords";
import { ofFailure } from "./useFailureWords";

/** The person or record behind a failure, and where to look: its campaign, run, server or job. */
export function Belongs({ failure }: { failure: Failure }) {
  const { t } = useWords("failures");
  const { about, title, kind } = failure;
  const links: ReactNode[] = [];
  if (about)
    links.push(
      <Link key="about" to="/records/$plural/$id" params={{ plural: about.plural, id: about.id }}>
        {about.name ?? t("failures.unnamed")}
      </Link>,
    );
  else if (kind === "mail" && title) links.push(<span key="to">{title}</span>);
  const place = placeOf(failure, t);
  if (place) links.push(place);
  if (!links.length) return null;
  return (
    <Text size="sm" component="div">
      {links.map((link, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one or two that never move
        <span key={position}>
          {position > 0 && " · "}
          {link}
        </span>
      ))}
    </Text>
  );
}

/** The page where what failed can be looked at. */
function placeOf(failure: Failure, t: (key: string, more?: Record<string, unknown>) => string): ReactNode {
  const id = (what: string) => ofFailure(failure, what)?.id;
  const [campaign, automation, run, webhook, job] = ["campaign", "automation", "run", "webhook", "job"].map(id);
  if (campaign) {
    const name = ofFailure(failure, "campaign")?.name;
    return (
      <Link to="/campaigns/$id" params={{ id: campaign }}>
        {name ? t("failures.place.campaignOf", { name }) : t("failures.place.campaign")}
      </Link>
    );
  }
  if (automation && run)
    return (
      <Link to="/automations/$id/runs/$run" params={{ id: automation, run }}>
        {t("failures.place.run")}
      </Link>
    );
  if (webhook)
    return (
      <Link to="/settings/webhooks/$id" params={{ id: webhook }}>
        {t("failures.place.webhook")}
      </Link>
    );
  if (job && failure.what === "import")
    return (
      <Link to="/imports/$id" params={{ id: job }}>
        {t("failures.place.job")}
      </Link>
    );
  if (job)
    return (
      <Link to="/jobs/$id" params={{ id: job }}>
        {t("failures.place.job")}
      </Link>
    );
  return null;
}
