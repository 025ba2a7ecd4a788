import { ActionIcon, Button, Group, NativeSelect, SimpleGrid, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useSenders } from "@/api/sending";
import { type TemplateRow, useTemplates } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import classes from "./Campaigns.module.css";
import { NumberField } from "./NumberField";
import { Part } from "./Part";
import type { PartProps } from "./PlanForm";
import { MOST_VARIANTS, TEST, withoutVersion, withVersion } from "./plan";

/** What a campaign says: one template, or several that are tried against each other. */
export function Wordings({ draft, errors, onChange, onMake }: PartProps) {
  const { t } = useWords("campaigns");
  const templates = useTemplates().data;
  const { variants } = draft;
  const slots = variants.length ? variants : [{ name: "A", template: "" }];
  const isTested = variants.length > 1;
  const choose = (at: number, template: string) => {
    if (!variants.length) return onChange(withVersion(draft, template));
    onChange({ ...draft, variants: variants.map((one, place) => (place === at ? { ...one, template } : one)) });
  };
  const another = templates?.find((one) => variants.every((variant) => variant.template !== one.id)) ?? templates?.[0];
  return (
    <Part title={t("plan.what")}>
      {slots.map((variant, at) => (
        <div key={variant.name} className={classes.wording}>
          <Group gap="xs" wrap="nowrap" align="end">
            <NativeSelect
              flex={1}
              miw={0}
              label={isTested ? t("plan.templateOf", { name: variant.name }) : t("plan.template")}
              data={[
                ...(variant.template ? [] : [{ value: "", label: t("plan.pickTemplate") }]),
                ...(templates ?? []).map((one) => ({ value: one.id, label: one.name })),
              ]}
              value={variant.template}
              error={at === 0 ? errors.variants : undefined}
              onChange={(event) => choose(at, event.currentTarget.value)}
            />
            {isTested && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t("plan.removeVersion", { name: variant.name })}
                onClick={() => onChange(withoutVersion(draft, at))}
              >
                <IconX size={18} />
              </ActionIcon>
            )}
          </Group>
          <Envelope template={templates?.find((one) => one.id === variant.template)} />
        </div>
      ))}
      {templates && (templates.length === 0 || onMake) && (
        <Text size="sm">
          {templates.length === 0 && t("plan.noTemplates")}{" "}
          <Link
            to="/templates"
            onClick={() =>
              onMake?.(
                "templates",
                templates.map((one) => one.id),
              )
            }
          >
            {t("plan.createTemplate")}
          </Link>
        </Text>
      )}
      {variants.length > 0 && variants.length < MOST_VARIANTS && another && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => onChange(withVersion(draft, another.id))}
          >
            {t("plan.addVersion")}
          </Button>
        </div>
      )}
      {isTested && <Test draft={draft} errors={errors} onChange={onChange} />}
    </Part>
  );
}

/** What a mailbox will show of a template before it is opened. */
function Envelope({ template }: { template: TemplateRow | undefined }) {
  const { t } = useWords("campaigns");
  const sender = useSenders().data?.find((one) => one.id === template?.sender);
  if (!template) return null;
  return (
    <Text size="sm" c="dimmed" component="div" className={classes.envelope}>
      <div>{t("plan.subject", { subject: template.subject })}</div>
      <div>
        {sender ? t("plan.from", { name: sender.from_name, address: sender.address }) : t("plan.noSender")}{" "}
        <Link to="/templates/$id" params={{ id: template.id }}>
          {t("plan.openTemplate", { name: template.name })}
        </Link>
      </div>
    </Text>
  );
}

function Test({ draft, errors, onChange }: PartProps) {
  const { t } = useWords("campaigns");
  const test = draft.test ?? TEST;
  const change = (part: Partial<typeof test>) => onChange({ ...draft, test: { ...test, ...part } });
  return (
    <fieldset className={classes.inset}>
      <legend className={classes.legend}>{t("plan.test")}</legend>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <NumberField
          min={1}
          max={100}
          unit={t("plan.percent")}
          label={t("plan.share")}
          value={test.share}
          error={errors.test}
          onChange={(value) => value && change({ share: value })}
        />
        <NumberField
          min={1}
          max={168}
          unit={t("plan.hours")}
          label={t("plan.after")}
          value={test.after_hours}
          onChange={(value) => value && change({ after_hours: value })}
        />
        <NativeSelect
          label={t("plan.by")}
          data={(["clicks", "orders"] as const).map((value) => ({ value, label: t(`plan.decidedBy.${value}`) }))}
          value={test.decide_by}
          onChange={(event) => change({ decide_by: event.currentTarget.value as "clicks" | "orders" })}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt={6}>
        {t("plan.shareHint")} {t("plan.opensDoNotCount")}
      </Text>
    </fieldset>
  );
}
