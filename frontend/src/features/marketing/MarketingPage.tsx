import { Skeleton } from "@mantine/core";
import { useMarketingSettings } from "@/api/marketing";
import { useWords } from "@/i18n/useWords";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { Purposes } from "./Purposes";
import { ReputationPart } from "./ReputationPart";
import { RulesForm } from "./RulesForm";

/** How a firm writes to people: how its mail is received, how often and when it goes, on which permissions. */
export function MarketingPage() {
  const { t } = useWords("marketing");
  const { data: settings, error } = useMarketingSettings();
  return (
    <Page title={t("marketing.title")}>
      <ReputationPart />
      {settings && <RulesForm key={settings.version} settings={settings} />}
      {!settings && !error && <Skeleton height={240} aria-hidden />}
      {!settings && error && <p role="alert">{problemText(error, t)}</p>}
      <Purposes />
    </Page>
  );
}
