import { Button, Checkbox, Text } from "@mantine/core";
import { useState } from "react";
import { useResume } from "@/api/marketing";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { showDone, showProblem } from "@/kit/notices";

/** Asks whether the reason was found before marketing goes on: a second time costs the firm's good name. */
export function ResumeDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords("marketing");
  const resume = useResume();
  const [isMended, setMended] = useState(false);
  const go = () =>
    resume.mutateAsync().then(() => {
      onClose();
      showDone(t("reputation.isResumed"));
    }, showProblem);
  return (
    <Dialog onClose={onClose} title={t("reputation.resume")}>
      <Text mb="md">{t("reputation.resumeText")}</Text>
      <Checkbox
        mb="md"
        data-autofocus
        label={t("reputation.mended")}
        checked={isMended}
        onChange={(event) => setMended(event.currentTarget.checked)}
      />
      <DialogFoot onClose={onClose}>
        <Button disabled={!isMended} loading={resume.isPending} onClick={go}>
          {t("reputation.resume")}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
