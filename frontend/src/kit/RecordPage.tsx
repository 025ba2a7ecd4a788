import { ActionIcon, Button, Menu, Tabs, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronLeft, IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useMe } from "@/api/me";
import type { RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { Details } from "./Details";
import { EditableField } from "./EditableField";
import { Page } from "./Page";
import { RecordFlags } from "./RecordFlags";
import classes from "./RecordPage.module.css";
import { RelatedList } from "./RelatedList";
import { recordAction, timelineComposer } from "./slots";
import { Timeline } from "./Timeline";
import { useRemove } from "./useRemove";

const EditDrawer = lazy(() => import("./EditDrawer").then((module) => ({ default: module.EditDrawer })));

interface Props {
  object: CompiledObject;
  record: RecordRow;
}

export function RecordPage({ object, record }: Props) {
  const { t, label } = useWords();
  const isNarrow = useMediaQuery("(max-width: 62em)");
  const Composer = timelineComposer();
  const stage = object.board?.by;
  const wide = object.sections.flatMap((section) => section.fields).filter((field) => kitOf(field).isWide);
  const { user } = useMe();
  const mayEdit = may(object.permissions, "update", record, user.id);
  const details = <Details object={object} record={record} />;
  const [tab, setTab] = useState<string | null>(null);
  const first = isNarrow ? "details" : "timeline";
  return (
    <Page
      title={nameOf(record, object.nameField)}
      before={
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("record.back", { name: label(object.labelPlural) })}
          renderRoot={(props) => <Link {...props} to="/records/$plural" params={{ plural: object.plural }} />}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
      }
      aside={
        <>
          {stage && !isNarrow && <FieldValue field={stage} value={record[stage.name]} record={record} short />}
          <RecordFlags record={record} />
        </>
      }
      actions={<RecordActions object={object} record={record} />}
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          {wide.map((field) => (
            <section key={field.name} className={classes.wide} aria-label={label(field.label)}>
              <EditableField object={object} field={field} record={record} mayEdit={mayEdit} isStacked />
            </section>
          ))}
          <Tabs value={tab ?? first} onChange={setTab} keepMounted={false} className={classes.tabs}>
            <Tabs.List className={classes.tabList}>
              {isNarrow && <Tabs.Tab value="details">{t("record.details")}</Tabs.Tab>}
              <Tabs.Tab value="timeline">{t("timeline.title")}</Tabs.Tab>
              {object.related.map((related) => (
                <Tabs.Tab key={`${related.plural}-${related.link}`} value={`${related.plural}-${related.link}`}>
                  {label(related.label)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {isNarrow && (
              <Tabs.Panel value="details" pt="md">
                {details}
              </Tabs.Panel>
            )}
            <Tabs.Panel value="timeline" pt="md">
              {Composer && object.features.activities && <Composer object={object} record={record} />}
              <Timeline object={object} record={record} />
            </Tabs.Panel>
            {object.related.map((related) => (
              <Tabs.Panel key={`${related.plural}-${related.link}`} value={`${related.plural}-${related.link}`} pt="md">
                <RelatedList object={object} record={record} related={related} />
              </Tabs.Panel>
            ))}
          </Tabs>
        </div>
        {!isNarrow && <aside className={classes.aside}>{details}</aside>}
      </div>
    </Page>
  );
}

function RecordActions({ object, record }: Props) {
  const { t } = useWords();
  const { user } = useMe();
  const navigate = useNavigate();
  const remove = useRemove(object);
  const [isEditing, setEditing] = useState(false);
  const Action = recordAction(object.plural);
  const mayUpdate = may(object.permissions, "update", record, user.id);
  const mayDelete = may(object.permissions, "delete", record, user.id);
  const deleteAndLeave = async () => {
    navigate({ to: "/records/$plural", params: { plural: object.plural } });
    await remove(record);
  };
  return (
    <>
      {Action && mayUpdate && <Action object={object} record={record} />}
      {mayUpdate && (
        <Button
          variant="default"
          leftSection={<IconPencil size={16} />}
          onClick={() => setEditing(true)}
          visibleFrom="xs"
        >
          {t("actions.edit")}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("record.more")}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayUpdate && (
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
              {t("actions.edit")}
            </Menu.Item>
          )}
          {mayDelete ? (
            <Menu.Item color="pimenton" leftSection={<IconTrash size={16} />} onClick={deleteAndLeave}>
              {t("actions.delete")}
            </Menu.Item>
          ) : (
            <Text size="sm" c="dimmed" p="xs">
              {t("record.readOnly")}
            </Text>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        <EditDrawer object={object} record={record} opened={isEditing} onClose={() => setEditing(false)} />
      </Suspense>
    </>
  );
}
