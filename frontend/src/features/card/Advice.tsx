import { Button, Text } from "@mantine/core";
import { IconBulb } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useAdvice } from "@/api/cards";
import type { Advice as Advised } from "@/api/cardTypes";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import type { RecordSlotProps } from "@/kit/slots";
import { Act } from "./Act";
import classes from "./Card.module.css";

const DeclineDialog = lazy(() => import("./DeclineDialog").then((module) => ({ default: module.DeclineDialog })));

/** What to do next, in the words to say it, and why; done, or not now. */
export function Advice({ advice, object, record }: RecordSlotProps & { advice: Advised }) {
  const { t } = useWords("card");
  const { answer, takeBack } = useAdvice(object.plural, record.id);
  const [isDeclining, setDeclining] = useState(false);
  const say = async (word: "done" | "declined", reason = "") => {
    await answer.mutateAsync({ rule: advice.rule, answer: word, reason });
    showUndo(t(`card.said.${word}`, { count: advice.rest_days }), () => takeBack.mutateAsync(advice.rule));
  };
  return (
    <section className={classes.advice} aria-label={t("card.advice")}>
      <IconBulb size={20} stroke={1.6} className={classes.bulb} aria-hidden />
      <div className={classes.words}>
        <Text fw={550}>{advice.words}</Text>
        <Text size="sm" className={classes.why}>
          {advice.why}
        </Text>
      </div>
      {advice.may_answer && (
        <div className={classes.answers}>
          <Act action={advice.action} object={object} record={record} />
          <Button
            size="compact-md"
            variant="default"
            loading={answer.isPending && !isDeclining}
            onClick={() => say("done").catch(showProblem)}
          >
            {t("card.done")}
          </Button>
          <Button size="compact-md" variant="subtle" onClick={() => setDeclining(true)}>
            {t("card.notNow")}
          </Button>
        </div>
      )}
      <Suspense fallback={null}>
        {isDeclining && (
          <DeclineDialog
            name={advice.name}
            days={advice.rest_days}
            onDecline={(reason) => say("declined", reason)}
            onClose={() => setDeclining(false)}
          />
        )}
      </Suspense>
    </section>
  );
}
