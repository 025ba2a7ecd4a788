import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./Campaigns.module.css";
import { useReason } from "./useReason";

interface Props {
  id: string;
  excluded: readonly { reason: string; people: number }[];
  control: number;
  /** Where no heading around it says so. */
  withTitle?: boolean;
}

/** Who gets nothing, by reason, the most first; each number opens its people. */
export function LeftOut({ id, excluded, control, withTitle = false }: Props) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const words = useReason();
  const sorted = [...excluded].sort((one, other) => other.people - one.people);
  return (
    <section aria-label={t("launch.excluded")}>
      {withTitle && <h3 className={classes.small}>{t("launch.excluded")}</h3>}
      {sorted.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("launch.nobodyExcluded")}
        </Text>
      )}
      <ul className={classes.counted}>
        {sorted.map(({ reason, people }) => (
          <li key={reason}>
            <Link to="/campaigns/$id/people" params={{ id }} search={{ state: "excluded", reason }}>
              {words(reason)}
            </Link>
            <span className="numbers">{formats.number(people)}</span>
          </li>
        ))}
      </ul>
      {control > 0 && (
        <Text size="sm" mt="sm">
          <Link to="/campaigns/$id/people" params={{ id }} search={{ state: "control" }}>
            {t("launch.control", { count: control, number: formats.number(control) })}
          </Link>
        </Text>
      )}
    </section>
  );
}
