import { Button, Text } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { seeAsOneself, seenAs } from "@/api/seeing";
import { useWords } from "@/i18n/useWords";
import classes from "./SeenAs.module.css";

/** Says on every page that what is on it is what somebody else sees, and how to stop. */
export function SeenAs() {
  const { t } = useWords();
  const seen = seenAs();
  if (!seen) return null;
  return (
    <>
      <div className={classes.edge} aria-hidden />
      <section className={classes.sign} aria-label={t("seeing.title")}>
        <IconEye size={18} aria-hidden />
        <Text size="sm" inherit>
          {t("seeing.as", { name: seen.name })}
        </Text>
        <Button size="compact-sm" color="pimenton.7" onClick={() => seeAsOneself()}>
          {t("seeing.stop")}
        </Button>
      </section>
    </>
  );
}
