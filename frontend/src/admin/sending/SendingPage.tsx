import { useWords } from "@/i18n/useWords";
import { Page } from "@/kit/Page";
import { Domains } from "./Domains";
import { Senders } from "./Senders";

/** From where and in whose name the firm writes to many. */
export function SendingPage() {
  const { t } = useWords("admin");
  return (
    <Page title={t("sending.title")}>
      <Domains />
      <Senders />
    </Page>
  );
}
