import { NumberInput, Text } from "@mantine/core";
import { useState } from "react";
import { useMinutes, type ValueReport } from "@/api/automationValue";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import classes from "./Value.module.css";

const MOST = 240;

type Told = ValueReport["minutes"];

/** How many minutes of somebody's work each action stands for; changed in place. */
export function Minutes({ minutes }: { minutes: Told }) {
  const { t, label } = useWords("worth");
  const write = useMinutes();
  const change = async (action: string, number: number, before: number) => {
    try {
      const after = await write.mutateAsync({ version: minutes.version, said: { [action]: number } });
      showUndo(t("worth.minutesSaved"), () =>
        write.mutateAsync({ version: after.version, said: { [action]: before } }),
      );
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <section className={classes.minutes} aria-labelledby="minutes">
      <h2 id="minutes" className={classes.sub}>
        {t("worth.minutes")}
      </h2>
      <Text size="sm" c="dimmed">
        {t("worth.minutesText")}
      </Text>
      <div className={classes.grid}>
        {minutes.items.map((one) => (
          <Minute
            key={`${one.action} ${one.minutes}`}
            name={label(one.label as never)}
            kept={one.minutes}
            guess={one.guess}
            isBusy={write.isPending}
            onChange={(number) => change(one.action, number, one.minutes)}
          />
        ))}
      </div>
    </section>
  );
}

interface MinuteProps {
  name: string;
  kept: number;
  guess: number;
  isBusy: boolean;
  onChange(minutes: number): void;
}

function Minute({ name, kept, guess, isBusy, onChange }: MinuteProps) {
  const { t } = useWords("worth");
  const [typed, setTyped] = useState<number | string>(kept);
  const keep = () => {
    if (typeof typed === "number" && typed !== kept) onChange(typed);
    else setTyped(kept);
  };
  return (
    <NumberInput
      label={name}
      description={kept === guess ? t("worth.guess") : t("worth.notGuess", { count: guess })}
      value={typed}
      min={0}
      max={MOST}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      suffix={t("worth.min")}
      readOnly={isBusy}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
