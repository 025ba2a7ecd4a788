import { Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconCopyCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useLikenesses } from "@/api/duplicates";
import type { Likeness } from "@/api/recordTypes";
import { useAskAccess } from "@/api/shares";
import type { Values } from "@/api/types";
import { clean, isEmpty } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { type CompiledObject, isEditable } from "@/metadata/compile";
import { showProblem } from "../notices";
import { isLookedFor } from "./DuplicateBand";
import classes from "./DuplicateWarning.module.css";

const WAIT = 500;
const MOST = 3;
/** Typed by hand and telling of who somebody is; the rest does not make two records one. */
const TELLING = new Set(["text", "person_name", "email", "phone"]);

/** While somebody writes a new record: who is there already that it may be. */
export function AlikeNotice({ object, values }: { object: CompiledObject; values: Values }) {
  const { t } = useWords("records");
  const told = Object.fromEntries(
    [...object.fields.values()]
      .filter((field) => TELLING.has(field.type) && isEditable(field) && !isEmpty(field, values[field.name]))
      .map((field) => [field.name, clean(field, values[field.name])]),
  );
  const [asked] = useDebouncedValue(JSON.stringify(told), WAIT);
  const alike = useLikenesses(object.plural, JSON.parse(asked), undefined, isLookedFor(object) && asked !== "{}");
  const found = asked === "{}" ? [] : (alike.data ?? []).slice(0, MOST);
  if (!found.length) return null;
  return (
    <Stack gap={4} className={classes.warning} role="status">
      <Text size="sm" fw={550}>
        <IconCopyCheck size={16} className={classes.icon} style={{ verticalAlign: "text-bottom" }} aria-hidden />{" "}
        {t("duplicates.thereAlready", { count: found.length })}
      </Text>
      {found.map((one) => (
        <Text key={one.id ?? one.reference} size="sm" component="div">
          {one.id ? (
            <Link to="/records/$plural/$id" params={{ plural: object.plural, id: one.id }} target="_blank">
              {one.name || t("timeline.unnamed")}
            </Link>
          ) : (
            <Hidden plural={object.plural} likeness={one} />
          )}
        </Text>
      ))}
    </Stack>
  );
}

function Hidden({ plural, likeness }: { plural: string; likeness: Likeness }) {
  const { t } = useWords("records");
  const ask = useAskAccess(plural, likeness.reference ?? "");
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      {t("duplicates.hidden", { name: likeness.owner?.name ?? t("fields.someone") })}{" "}
      {likeness.can_ask_access && likeness.reference && (
        <button
          type="button"
          className={classes.ask}
          disabled={isAsked}
          onClick={() => ask.mutate("", { onSuccess: () => setAsked(true), onError: showProblem })}
        >
          {isAsked ? t("share.asked") : t("share.ask")}
        </button>
      )}
    </>
  );
}
