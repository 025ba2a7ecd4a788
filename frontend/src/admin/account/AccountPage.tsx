import { useMe } from "@/api/me";
import { useWords } from "@/i18n/useWords";
import { Page } from "@/kit/Page";
import { PasswordSection } from "./PasswordSection";
import { ProfileSection } from "./ProfileSection";
import { SecondStepSection } from "./SecondStepSection";
import { SessionsSection } from "./SessionsSection";

/** Everything that is one's own: name and language, how one signs in, and where one is signed in. */
export function AccountPage() {
  const { t } = useWords("admin");
  const { user } = useMe();
  return (
    <Page title={t("account.title")}>
      <ProfileSection key={user.id} />
      <PasswordSection />
      <SecondStepSection />
      <SessionsSection />
    </Page>
  );
}
