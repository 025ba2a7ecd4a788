import { Badge, Button } from "@mantine/core";
import { IconForms } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { type FormRow, useForms } from "@/api/forms";
import { useMayManage, useObjects } from "@/api/objects";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { DefinitionsPage } from "@/kit/lines/DefinitionsPage";
import { Line } from "@/kit/lines/Lines";

const NewForm = lazy(() => import("./NewForm").then((module) => ({ default: module.NewForm })));

/** The forms by which somebody becomes a lead without an account. */
export function FormsPage() {
  const { t } = useWords("forms");
  const { data: forms, error } = useForms();
  const [isCreating, setCreating] = useState(false);
  const mayCreate = useMayManage("forms", "create");
  return (
    <DefinitionsPage
      title={t("forms.title")}
      icon={<IconForms size={44} stroke={1.2} />}
      rows={forms}
      error={error}
      empty={{ title: t("forms.empty"), text: t("forms.emptyText") }}
      create={mayCreate && <Button onClick={() => setCreating(true)}>{t("forms.create")}</Button>}
      line={(form) => <FormLine key={form.id} form={form} />}
    >
      <Suspense fallback={null}>{isCreating && <NewForm onClose={() => setCreating(false)} />}</Suspense>
    </DefinitionsPage>
  );
}

function FormLine({ form }: { form: FormRow }) {
  const { t, label } = useWords("forms");
  const formats = useFormats();
  const object = useObjects().find((one) => one.plural === form.object);
  return (
    <Line
      link={
        <Link to="/forms/$id" params={{ id: form.id }}>
          {form.name}
        </Link>
      }
      text={[label(object?.label_plural), t(`forms.languages.${form.language}`), formats.when(form.updated_at)]
        .filter(Boolean)
        .join(" · ")}
      aside={
        <Badge color={form.is_open ? "albahaca" : "gray"}>{t(form.is_open ? "forms.open" : "forms.closed")}</Badge>
      }
    />
  );
}
