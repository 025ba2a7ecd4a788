import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import { problemText } from "../problemText";

/** What went wrong, where it went wrong. */
export function ProblemAlert({ problem }: { problem: unknown }) {
  const { t } = useWords();
  if (!problem) return null;
  return (
    <Alert color="pimenton" role="alert" icon={<IconAlertTriangle size={18} />}>
      {problemText(problem, t)}
    </Alert>
  );
}
