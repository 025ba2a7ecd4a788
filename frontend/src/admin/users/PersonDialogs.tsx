import type { User } from "@/api/types";
import { userName } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DeactivateForm } from "./DeactivateForm";
import { InviteForm } from "./InviteForm";
import { RenameForm } from "./RenameForm";
import { ResetMfaForm } from "./ResetMfaForm";
import { TransferForm } from "./TransferForm";

export type Asked = { what: "invite" } | { what: "rename" | "transfer" | "resetMfa" | "deactivate"; user: User };

/** The dialogs of the users' page, each fetched when it is asked for. */
export function PersonDialogs({ asked, onClose }: { asked: Asked; onClose(): void }) {
  const { t } = useWords("admin");
  const title =
    asked.what === "invite" ? t("users.invite") : t(`users.${asked.what}Title`, { name: userName(asked.user) });
  return (
    <Dialog onClose={onClose} title={title}>
      {asked.what === "invite" && <InviteForm onClose={onClose} />}
      {asked.what === "rename" && <RenameForm user={asked.user} onClose={onClose} />}
      {asked.what === "transfer" && <TransferForm user={asked.user} onClose={onClose} />}
      {asked.what === "resetMfa" && <ResetMfaForm user={asked.user} onClose={onClose} />}
      {asked.what === "deactivate" && <DeactivateForm user={asked.user} onClose={onClose} />}
    </Dialog>
  );
}
