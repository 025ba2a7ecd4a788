import { Badge, Button, Group, Text, TextInput } from "@mantine/core";
import { IconChevronRight, IconPlus, IconSearch } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { FieldMeta, ObjectDocument } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import classes from "../design/Design.module.css";
import own from "./Fields.module.css";
import { isDesigned, TYPES } from "./types";

const FieldPanel = lazy(() => import("./FieldPanel").then((module) => ({ default: module.FieldPanel })));

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The fields of an object: each is opened to change it, and a new one of any type is added. */
export function FieldsTab({ object }: { object: ObjectDocument }) {
  const { t, label } = useWords("admin");
  const [wanted, setWanted] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const fields = object.fields.filter(isDesigned);
  const shown = fields.filter((field) => plain(`${label(field.label)} ${field.name}`).includes(plain(wanted)));
  const field = open === "new" ? "new" : fields.find((one) => one.name === open);
  return (
    <>
      <Group mb="sm" gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          maw={320}
          leftSection={<IconSearch size={16} />}
          aria-label={t("fieldList.find")}
          placeholder={t("fieldList.find")}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Button ml="auto" leftSection={<IconPlus size={16} />} onClick={() => setOpen("new")}>
          {t("fieldList.add")}
        </Button>
      </Group>
      <ul className={classes.list} aria-label={t("fieldList.listOf", { object: label(object.label_plural) })}>
        {shown.map((one) => (
          <li key={one.name}>
            <FieldRow field={one} isName={one.name === object.name_field} onOpen={() => setOpen(one.name)} />
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <Text c="dimmed" ta="center" py="lg">
          {t("fieldList.nothingFound")}
        </Text>
      )}
      <Suspense fallback={null}>
        {field && <FieldPanel key={open} object={object} field={field} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}

function FieldRow({ field, isName, onOpen }: { field: FieldMeta; isName: boolean; onOpen(): void }) {
  const { t, label } = useWords("admin");
  const Icon = TYPES[field.type].icon;
  const traits = [
    isName && t("fieldList.names"),
    field.required && t("fieldForm.flags.required"),
    field.unique && t("fieldForm.flags.unique"),
    field.building?.length ? t("fieldList.building") : false,
  ].filter((trait): trait is string => Boolean(trait));
  return (
    <button type="button" className={own.field} onClick={onOpen}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={own.fieldName}>
        {label(field.label)} <span className={classes.code}>{field.name}</span>
      </span>
      <span className={own.traits}>
        {traits.map((trait) => (
          <Badge key={trait} color="gray" component="span">
            {trait}
          </Badge>
        ))}
        {field.custom && <Badge component="span">{t("fieldList.own")}</Badge>}
      </span>
      <span className={own.fieldType}>{t(`fieldTypes.names.${field.type}`)}</span>
      <IconChevronRight size={16} aria-hidden />
    </button>
  );
}
