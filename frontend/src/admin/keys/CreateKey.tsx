import { useState } from "react";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { KeyForm } from "./KeyForm";
import { KeySecret } from "./KeySecret";

/** Makes a key, and shows it the only time it can be read. */
export function CreateKey({ onClose }: { onClose(): void }) {
  const { t } = useWords("admin");
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Dialog
      onClose={onClose}
      title={secret ? t("apiKeys.secretTitle") : t("apiKeys.create")}
      closeOnClickOutside={false}
      closeOnEscape={!secret}
      withCloseButton={!secret}
    >
      {secret ? <KeySecret secret={secret} onClose={onClose} /> : <KeyForm onMade={setSecret} onClose={onClose} />}
    </Dialog>
  );
}
