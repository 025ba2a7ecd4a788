import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import { designProblem } from "./problems";

/** What was wrong with a whole design, announced when it appears. */
export function DesignProblem({ problem }: { problem: unknown }) {
  const { t } = useWords("admin");
  if (!problem) return null;
  return (
    <Alert color="pimenton" icon={<IconAlertTriangle size={18} />} role="alert">
      {designProblem(problem, t)}
    </Alert>
  );
}
