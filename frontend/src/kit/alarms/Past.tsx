import { Text } from "@mantine/core";
import type { Figure, Preview, Rule } from "@/api/alarms";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { problemText } from "@/kit/problemText";
import classes from "./Alarms.module.css";
import { useFigure, useVerdict, useWaited } from "./figures";
import { Spark } from "./Spark";

const MOST = 4;

interface Props {
  name: string;
  figure: Figure;
  rule: Rule;
  preview: Preview | undefined;
  error: unknown;
}

/** What an alarm will do, in a sentence, and what it would have done in the last thirty days. */
export function Past({ name, figure, rule, preview, error }: Props) {
  const { t } = useWords("alarms");
  const formats = useFormats();
  const figureOf = useFigure();
  const waited = useWaited();
  const verdict = useVerdict();
  const values = (preview?.days ?? []).flatMap(({ value }) => (value === null ? [] : [Number(value)]));
  const said = preview && verdict(figure, rule, preview.now);
  return (
    <div className={classes.said} aria-live="polite">
      <p>{t("alarms.sentence", { what: `${name}: ${figure.label}`, waited: waited(figure, rule) })}</p>
      {Boolean(error) && <p>{problemText(error, t)}</p>}
      {preview && !error && (
        <>
          {preview.now.place === "beyond" && <p>{t("alarms.already")}</p>}
          {said && (
            <Text size="sm" component="p" c="dimmed">
              {said}
            </Text>
          )}
          <Text size="sm" component="p" c="dimmed">
            {preview.judged === 0
              ? t("alarms.noPast")
              : t("alarms.would", { count: preview.raisings.length, days: preview.judged })}
          </Text>
          {preview.raisings.length > 0 && (
            <ul className={classes.would}>
              {preview.raisings
                .slice(-MOST)
                .reverse()
                .map((each) => (
                  <li key={each.day}>
                    {formats.day(each.day)}: {figureOf(figure, each.value)}
                  </li>
                ))}
            </ul>
          )}
          <Spark values={values} wide isRaised={preview.now.place === "beyond"} />
        </>
      )}
    </div>
  );
}
