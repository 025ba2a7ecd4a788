import { useMediaQuery } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { noteRecent } from "@/api/favourites";
import { keys } from "@/api/keys";
import { useMe } from "@/api/me";
import type { RecordRow } from "@/api/types";
import { FieldValue } from "@/fields/FieldValue";
import { kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { Page } from "@/kit/Page";
import { RecordFlags } from "@/kit/RecordFlags";
import { may } from "@/metadata/access";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { Details } from "./Details";
import { EditableField } from "./EditableField";
import { RecordActions } from "./RecordActions";
import { RecordHead } from "./RecordHead";
import classes from "./RecordPage.module.css";
import { RecordTabs } from "./RecordTabs";
import { stepsOf } from "./StagePath";
import { Star } from "./Star";

interface Props {
  object: CompiledObject;
  record: RecordRow;
  tab: string | undefined;
  onTab(tab: string): void;
}

export function RecordPage({ object, record, tab, onTab }: Props) {
  const { t, label } = useWords();
  const client = useQueryClient();
  const isNarrow = useMediaQuery("(max-width: 62em)") ?? false;
  const { user } = useMe();
  const { plural } = object;
  const { id } = record;
  const mayEdit = may(object.permissions, "update", record, user.id);
  const stage = object.board?.by;
  const wide = object.sections.flatMap((section) => section.fields).filter((field) => kitOf(field).isWide);
  const details = <Details key={id} object={object} record={record} folds />;
  useEffect(() => {
    noteRecent(plural, id).then(() => client.invalidateQueries({ queryKey: keys.recent }));
  }, [client, plural, id]);
  return (
    <Page
      title={nameOf(record, object.nameField)}
      before={
        <BackLink
          to="/records/$plural"
          params={{ plural }}
          aria-label={t("record.back", { name: label(object.labelPlural) })}
        />
      }
      aside={
        <>
          <Star object={object} record={record} />
          {stage && !isNarrow && stepsOf(object.board, record).length === 0 && (
            <FieldValue field={stage} value={record[stage.name]} record={record} short />
          )}
          <RecordFlags record={record} />
        </>
      }
      actions={<RecordActions object={object} record={record} />}
    >
      <RecordHead object={object} record={record} mayEdit={mayEdit} />
      <div className={classes.columns} data-print="columns">
        <div className={classes.main}>
          {wide.map((field) => (
            <section key={field.name} className={classes.wide} aria-label={label(field.label)}>
              <EditableField object={object} field={field} record={record} mayEdit={mayEdit} isStacked />
            </section>
          ))}
          <RecordTabs object={object} record={record} tab={tab} onTab={onTab} details={isNarrow ? details : null} />
        </div>
        {!isNarrow && <aside className={classes.aside}>{details}</aside>}
      </div>
    </Page>
  );
}
