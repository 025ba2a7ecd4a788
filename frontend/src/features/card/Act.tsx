import { Button } from "@mantine/core";
import { IconMail, IconPhone, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { AdvisedAction } from "@/api/cardTypes";
import { useMaybeObject } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/form/create";
import type { RecordSlotProps } from "@/kit/slots";

/** The number under which a record is called first, if it has one. */
function numberOf({ object, record }: RecordSlotProps): string | undefined {
  for (const field of object.fields.values()) {
    const held = field.type === "phone" ? (record[field.name] as { value: string; primary?: boolean }[] | null) : null;
    const first = held?.find((one) => one.primary) ?? held?.[0];
    if (first) return first.value;
  }
  return undefined;
}

/** The button that does what an advice says: it opens the record to be made, filled in, or the template to be sent. */
export function Act({ action, object, record }: RecordSlotProps & { action: AdvisedAction }) {
  const { t, inner } = useWords("card");
  const other = useMaybeObject(action.object ?? undefined);
  if (action.kind === "mail" && action.template)
    return (
      <Button
        size="compact-md"
        leftSection={<IconMail size={15} />}
        renderRoot={(props) => <Link {...props} to="/templates/$id" params={{ id: action.template ?? "" }} />}
      >
        {t("card.act.mail")}
      </Button>
    );
  if (!other || !action.object || !action.values) return null;
  const { object: plural, values } = action;
  const number = action.kind === "call" ? numberOf({ object, record }) : undefined;
  return (
    <>
      {number && (
        <Button size="compact-md" component="a" href={`tel:${number}`} leftSection={<IconPhone size={15} />}>
          {t("card.act.call")}
        </Button>
      )}
      <Button
        size="compact-md"
        variant={number ? "default" : "filled"}
        leftSection={<IconPlus size={15} />}
        onClick={() => openCreate({ plural, given: values, stay: true })}
      >
        {t("create.submit", { name: inner(other.label) })}
      </Button>
    </>
  );
}
