import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import { problemText } from "@/kit/problemText";

/** What went wrong with a whole form, announced when it appears. */
export function FormProblem({ problem }: { problem: unknown }) {
  const { t } = useWords();
  if (!problem) return null;
  return (
    <Alert color="pimenton" icon={<IconAlertTriangle size={18} />} role="alert">
      {problemText(problem, t)}
    </Alert>
  );
}
