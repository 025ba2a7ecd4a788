import { Badge, Title } from "@mantine/core";
import { Suspense, useState } from "react";
import { useMe } from "@/api/me";
import type { FieldMeta } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { Page } from "@/kit/Page";
import classes from "./Gallery.module.css";
import { SAMPLES } from "./samples";

/** How an input may stand in a form or a cell. */
const STATES = ["empty", "filled", "explained", "refused", "cell"] as const;
type State = (typeof STATES)[number];

/** Every type of field in every state, to be looked at and measured; it is no part of the product. */
export function GalleryPage() {
  const { t } = useWords();
  const { user } = useMe();
  return (
    <Page title={t("gallery.title")}>
      {Object.values(SAMPLES).map(([field, value]) => (
        <Specimen key={field.type} field={field} value={field.type === "user" ? user.id : value} />
      ))}
    </Page>
  );
}

function Specimen({ field, value }: { field: FieldMeta; value: unknown }) {
  const { t, label } = useWords();
  return (
    <section className={classes.specimen} aria-label={field.type} data-type={field.type}>
      <Title order={2} className={classes.title}>
        {label(field.label)} <Badge color="gray">{field.type}</Badge>
      </Title>
      <div className={classes.states}>
        <div data-state="shown">
          <div className={classes.state}>{t("gallery.shown")}</div>
          <FieldValue field={field} value={value} />
        </div>
        <div data-state="short">
          <div className={classes.state}>{t("gallery.short")}</div>
          <FieldValue field={field} value={value} short />
        </div>
        {!field.read_only && STATES.map((state) => <Standing key={state} field={field} value={value} state={state} />)}
      </div>
    </section>
  );
}

function Standing({ field, value, state }: { field: FieldMeta; value: unknown; state: State }) {
  const { t, label } = useWords();
  const [held, setHeld] = useState<unknown>(state === "empty" ? null : value);
  const Input = kitOf(field).input;
  const explained = { es: t("gallery.help"), en: t("gallery.help") };
  const meta = state === "explained" ? { ...field, required: true, help: explained } : field;
  const name = t(`gallery.state.${state}`);
  return (
    <div data-state={state} className={kitOf(field).isLong ? classes.long : undefined}>
      <div className={classes.state}>{name}</div>
      <Suspense fallback={null}>
        <Input
          field={meta}
          {...(state === "cell" ? {} : { label: label(field.label) })}
          value={held as never}
          error={state === "refused" ? t("fieldErrors.invalid") : undefined}
          onChange={setHeld}
        />
      </Suspense>
    </div>
  );
}
