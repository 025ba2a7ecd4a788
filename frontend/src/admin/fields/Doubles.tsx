import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ApiProblem } from "@/api/problems";
import { useWords } from "@/i18n/useWords";

interface Double {
  id: string;
  same_as: string;
}

const MOST = 5;

function doublesOf(problem: unknown): Double[] {
  if (!(problem instanceof ApiProblem) || problem.code !== "has_doubles") return [];
  const { doubles } = problem.extra;
  return Array.isArray(doubles) ? (doubles as Double[]).slice(0, MOST) : [];
}

/** The records that share a value which is to be unique, so that they can be made to differ. */
export function Doubles({ plural, problem }: { plural: string; problem: unknown }) {
  const { t } = useWords("admin");
  const doubles = doublesOf(problem);
  if (!doubles.length) return null;
  return (
    <Text size="sm">
      {t("fieldForm.doubles")}{" "}
      {doubles.map(({ id }, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <Anchor
            inherit
            underline="always"
            target="_blank"
            renderRoot={(props) => <Link {...props} to="/records/$plural/$id" params={{ plural, id }} />}
          >
            {t("fieldForm.nthDouble", { n: at + 1 })}
          </Anchor>
        </span>
      ))}
    </Text>
  );
}
