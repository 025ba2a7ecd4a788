import { Button, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useRelease } from "@/api/consents";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { showDone } from "@/kit/notices";
import { ProblemAlert } from "@/kit/record/ProblemAlert";

interface Props {
  plural: string;
  id: string;
  onClose(): void;
}

const LONGEST = 200;

/** Lets somebody be written to again whose mail had bounced, and asks why that is right now. */
export function ReleaseAddress({ plural, id, onClose }: Props) {
  const { t } = useWords("consent");
  const release = useRelease(plural, id);
  const [reason, setReason] = useState("");
  const go = () =>
    release.mutate(reason.trim(), {
      onSuccess: () => {
        onClose();
        showDone(t("consent.release.done"));
      },
    });
  return (
    <Dialog onClose={onClose} title={t("consent.release.title")}>
      <Text mb="md">{t("consent.release.text")}</Text>
      <TextInput
        label={t("consent.release.reason")}
        description={t("consent.release.reasonHint")}
        required
        data-autofocus
        maxLength={LONGEST}
        mb="md"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemAlert problem={release.error} />
      <DialogFoot onClose={onClose}>
        <Button disabled={!reason.trim()} loading={release.isPending} onClick={go}>
          {t("consent.release.go")}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
