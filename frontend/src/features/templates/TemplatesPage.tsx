import { Button, Text } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useMayManage } from "@/api/objects";
import { useSenders } from "@/api/sending";
import { type TemplateRow, useTemplates } from "@/api/templates";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { DefinitionsPage } from "@/kit/lines/DefinitionsPage";
import { Line } from "@/kit/lines/Lines";

const NewTemplate = lazy(() => import("./NewTemplate").then((module) => ({ default: module.NewTemplate })));

/** The mails that a firm has written, to be sent to many. */
export function TemplatesPage() {
  const { t } = useWords("templates");
  const { data: templates, error } = useTemplates();
  const [isCreating, setCreating] = useState(false);
  const mayCreate = useMayManage("templates", "create");
  const create = mayCreate && <Button onClick={() => setCreating(true)}>{t("templates.create")}</Button>;
  return (
    <DefinitionsPage
      title={t("templates.title")}
      icon={<IconMail size={44} stroke={1.2} />}
      rows={templates}
      error={error}
      empty={{ title: t("templates.empty"), text: t("templates.emptyText") }}
      create={create}
      line={(template) => <TemplateLine key={template.id} template={template} />}
    >
      <Suspense fallback={null}>{isCreating && <NewTemplate onClose={() => setCreating(false)} />}</Suspense>
    </DefinitionsPage>
  );
}

function TemplateLine({ template }: { template: TemplateRow }) {
  const { t } = useWords("templates");
  const formats = useFormats();
  const sender = useSenders().data?.find((one) => one.id === template.sender);
  const facts = [t(`templates.languages.${template.language}`), sender?.name, formats.when(template.updated_at)];
  return (
    <Line
      link={
        <Link to="/templates/$id" params={{ id: template.id }}>
          {template.name}
        </Link>
      }
      text={template.subject}
      aside={
        <Text size="sm" c="dimmed">
          {facts.filter(Boolean).join(" · ")}
        </Text>
      }
    />
  );
}
