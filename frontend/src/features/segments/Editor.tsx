import { Skeleton, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { useWords } from "@/i18n/useWords";
import { problemText } from "@/kit/problemText";
import type { CompiledObject } from "@/metadata/compile";
import { Live } from "./Live";
import classes from "./Segments.module.css";
import { Understood } from "./Understood";
import type { useAsking } from "./useAsking";

/** Its inputs are those of every type of field; they come while the sentence is being written. */
const Tree = lazy(() => import("./Tree").then((module) => ({ default: module.Tree })));

interface Props {
  asking: ReturnType<typeof useAsking>;
  object: CompiledObject;
  name: string;
  onName(name: string): void;
  children?: ReactNode;
}

/** What a segment asks: in words, as a tree, and beside it whom that finds. */
export function Editor({ asking, object, name, onName, children }: Props) {
  const { t } = useWords("segments");
  return (
    <div className={classes.sides}>
      <Stack gap="lg" className={classes.saying}>
        <TextInput
          label={t("segments.name")}
          description={t("segments.nameHint")}
          required
          maxLength={120}
          value={name}
          onChange={(event) => onName(event.currentTarget.value)}
        />
        {children}
        <Textarea
          label={t("segments.words")}
          description={t("segments.wordsHint", { example: t("segments.example") })}
          autosize
          minRows={2}
          maxLength={600}
          value={asking.text}
          error={asking.problem ? problemText(asking.problem, t) : undefined}
          onChange={(event) => asking.say(event.currentTarget.value)}
        />
        {asking.heard && <Understood told={asking.heard} onChoose={asking.choose} onReplace={asking.replace} />}
      </Stack>
      <div className={classes.now}>
        <Live object={object} filter={asking.filter} />
      </div>
      <section className={classes.building} aria-label={t("segments.conditions")}>
        <Text fw={600} mb="xs">
          {t("segments.conditions")}
        </Text>
        <Suspense fallback={<Skeleton height={64} />}>
          <Tree
            key={`${object.plural} ${asking.treeKey}`}
            object={object}
            filter={asking.filter}
            onChange={asking.build}
          />
        </Suspense>
      </section>
    </div>
  );
}
