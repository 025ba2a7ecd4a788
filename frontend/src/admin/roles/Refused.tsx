import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useObjects } from "@/api/objects";
import { ApiProblem } from "@/api/problems";
import { useWords } from "@/i18n/useWords";
import { fieldErrorText, problemText } from "@/kit/problemText";

/** Why a role was not saved: each object or field that was refused, by its name. */
export function Refused({ problem }: { problem: unknown }) {
  const { t, label } = useWords("admin");
  const objects = useObjects();
  if (!problem) return null;
  const errors = problem instanceof ApiProblem ? problem.errors : [];
  const named = (path: string) => {
    const [, plural, field] = path.split(".");
    const object = objects.find((one) => one.plural === plural);
    return [object ? label(object.label_plural) : plural, field].filter(Boolean).join(" · ");
  };
  return (
    <Alert color="pimenton" icon={<IconAlertTriangle size={18} />} mb="md" role="alert">
      {errors.length === 0 && problemText(problem, t)}
      {errors.map((error) => (
        <Text key={error.field} size="sm">
          {`${named(error.field)}: ${fieldErrorText(error, t)}`}
        </Text>
      ))}
      {problem instanceof ApiProblem && problem.requestId && (
        <Text size="xs" c="dimmed" mt={4}>
          {t("problems.reference", { id: problem.requestId })}
        </Text>
      )}
    </Alert>
  );
}
