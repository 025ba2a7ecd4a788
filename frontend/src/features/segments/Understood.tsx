import { Button, Menu, Stack, Text } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import type { Choice, Interpretation, Unknown } from "@/api/segments";
import { useWords } from "@/i18n/useWords";
import classes from "./Segments.module.css";

interface Props {
  told: Interpretation;
  onChoose(id: string, value: string): void;
  onReplace(unknown: Unknown, text: string): void;
}

/** What a sentence was understood to say, what was assumed on the way, and what was not understood. */
export function Understood({ told, onChoose, onReplace }: Props) {
  const { t } = useWords("segments");
  return (
    <Stack gap="md" aria-live="polite">
      {told.unknown.map((unknown) => (
        <Missing key={`${unknown.start} ${unknown.text}`} unknown={unknown} onReplace={onReplace} />
      ))}
      <section aria-label={t("segments.understood")}>
        <Text size="sm" c="dimmed">
          {t("segments.understood")}
        </Text>
        <p className={classes.understood}>{told.sentence ?? t("segments.noWords")}</p>
      </section>
      {told.choices.length > 0 && (
        <section aria-label={t("segments.assumed")}>
          <Text size="sm" c="dimmed" mb={6}>
            {t("segments.assumed")}
          </Text>
          <div className={classes.chips}>
            {told.choices.map((choice) => (
              <Assumed key={choice.id} choice={choice} onChoose={(value) => onChoose(choice.id, value)} />
            ))}
          </div>
        </section>
      )}
    </Stack>
  );
}

function Assumed({ choice, onChoose }: { choice: Choice; onChoose(value: string): void }) {
  const { t } = useWords("segments");
  const chosen = choice.options.find((option) => option.value === choice.chosen)?.label ?? choice.chosen;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          radius="xl"
          size="compact-sm"
          className={classes.chip}
          rightSection={<IconChevronDown size={14} />}
        >
          {t("segments.choice", { label: choice.label, chosen })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choice.options.map((option) => (
          <Menu.Item
            key={option.value}
            aria-current={option.value === choice.chosen ? "true" : undefined}
            rightSection={option.value === choice.chosen ? <IconCheck size={14} /> : undefined}
            onClick={() => onChoose(option.value)}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Missing({ unknown, onReplace }: { unknown: Unknown; onReplace(unknown: Unknown, text: string): void }) {
  const { t } = useWords("segments");
  const { text, reason, suggestions } = unknown;
  return (
    <div className={classes.unknown} role="alert">
      <Text fw={600}>{t("segments.unknown", { text })}</Text>
      <Text size="sm" c="dimmed">
        {t(`segments.reasons.${reason}`, { defaultValue: "" })} {t("segments.unknownText")}
      </Text>
      <div className={classes.chips}>
        {suggestions.length > 0 && <Text size="sm">{t("segments.didYouMean")}</Text>}
        {suggestions.map((word) => (
          <Button key={word} variant="default" size="compact-sm" onClick={() => onReplace(unknown, word)}>
            {word}
          </Button>
        ))}
        <Button variant="subtle" size="compact-sm" onClick={() => onReplace(unknown, "")}>
          {t("segments.takeOut", { text })}
        </Button>
      </div>
    </div>
  );
}
