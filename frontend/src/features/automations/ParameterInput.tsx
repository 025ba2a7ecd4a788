import {
  Anchor,
  Checkbox,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Select,
  Textarea,
  TextInput,
} from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, use, useEffect, useEffectEvent, useState } from "react";
import type { ParameterPart } from "@/api/automations";
import { useMaybeObject, useObjects } from "@/api/objects";
import { useSegments } from "@/api/segments";
import { useTemplates } from "@/api/templates";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import { PageContext } from "./around";
import { Conditions } from "./Conditions";
import { useAssignments, useWebhooks } from "./offers";
import { ValuesInput } from "./ValuesInput";

const NewAssignment = lazy(() => import("./NewAssignment").then((module) => ({ default: module.NewAssignment })));

interface Props {
  parameter: ParameterPart;
  /** Everything that the action was given. */
  given: Record<string, unknown>;
  errors: Record<string, string>;
  onChange(value: unknown): void;
}

/** One thing that an action needs to be told, drawn from what the API says of it. */
export function ParameterInput(props: Props) {
  const { parameter, given, errors, onChange } = props;
  const { label } = useWords("automations");
  const shared = { label: label(parameter.label), error: errors[parameter.name], required: parameter.required };
  const value = given[parameter.name];
  const text = typeof value === "string" ? value : "";
  if (parameter.of === "object") return <ObjectInput {...props} />;
  if (parameter.of === "field") return <LinkInput {...props} />;
  switch (parameter.shape) {
    case "boolean":
      return (
        <Checkbox
          label={shared.label}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked || null)}
        />
      );
    case "number":
      return (
        <NumberInput
          {...shared}
          allowDecimal={false}
          value={typeof value === "number" ? value : ""}
          onChange={(typed) => onChange(typed === "" ? null : Number(typed))}
        />
      );
    case "choice":
      return (
        <NativeSelect
          {...shared}
          data={parameter.options.map((one) => ({ value: one.value, label: label(one.label) }))}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "id":
      return <OneOf {...props} />;
    case "ids":
      return <People {...props} />;
    case "values":
      return <ValuesInput parameter={parameter} given={given} errors={errors} onChange={onChange} />;
    case "condition":
      return (
        <Conditions label={shared.label} filter={(value as never) ?? null} error={shared.error} onChange={onChange} />
      );
    case "lines":
      return (
        <Textarea
          {...shared}
          autosize
          minRows={3}
          maxLength={5_000}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return (
        <TextInput {...shared} maxLength={500} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      );
  }
}

interface Named {
  id: string;
  name: string;
}

/** A template, a list, a webhook or a rule, by its name; and where to make one. */
function OneOf({ parameter, given, errors, onChange }: Props) {
  const { t, label } = useWords("automations");
  const { object } = use(PageContext);
  const is = (of: string) => parameter.of === of;
  const templates = useTemplates().data;
  const lists = useSegments().data?.filter((one) => one.object === object.plural && one.mode === "static");
  const webhooks = useWebhooks(is("webhook")).data;
  const rules = useAssignments(is("assignment")).data?.filter((one) => one.object === object.plural);
  const [isMaking, setMaking] = useState(false);
  const all: Record<string, readonly Named[] | undefined> = {
    template: templates,
    segment: lists,
    webhook: webhooks,
    assignment: rules,
  };
  const found = all[parameter.of ?? ""];
  const value = typeof given[parameter.name] === "string" ? (given[parameter.name] as string) : null;
  const gone = value && found && !found.some((one) => one.id === value);
  const link = (words: string, to: "/templates" | "/segments" | "/settings/webhooks") => (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to={to as "/templates"} />}>
      {words}
    </Anchor>
  );
  return (
    <div>
      <Select
        label={label(parameter.label)}
        required={parameter.required}
        placeholder={found?.length === 0 ? t("automations.pick.none") : undefined}
        searchable
        data={[
          ...(found ?? []).map((one) => ({ value: one.id, label: one.name })),
          ...(gone ? [{ value, label: t("automations.said.gone") }] : []),
        ]}
        value={value}
        error={errors[parameter.name]}
        onChange={onChange}
        mb={4}
      />
      {is("template") &&
        (value && !gone ? (
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/templates/$id" params={{ id: value }} />}>
            {t("automations.pick.openTemplate")}
          </Anchor>
        ) : (
          link(t("automations.pick.newTemplate"), "/templates")
        ))}
      {is("segment") && link(t("automations.pick.newList"), "/segments")}
      {is("webhook") && link(t("automations.pick.newWebhook"), "/settings/webhooks")}
      {is("assignment") && (
        <Group gap={16}>
          {value && !gone && (
            <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/assignments/$id" params={{ id: value }} />}>
              {t("automations.pick.openRule")}
            </Anchor>
          )}
          <Anchor component="button" type="button" size="sm" onClick={() => setMaking(true)}>
            {t("automations.pick.newRule")}
          </Anchor>
        </Group>
      )}
      <Suspense fallback={null}>
        {isMaking && <NewAssignment object={object.plural} onMade={onChange} onClose={() => setMaking(false)} />}
      </Suspense>
    </div>
  );
}

export function useTeam() {
  return useUsers()
    .filter((user) => user.status === "active")
    .map((user) => ({ value: user.id, label: userName(user) }));
}

function People({ parameter, given, errors, onChange }: Props) {
  const { label } = useWords("automations");
  const team = useTeam();
  return (
    <MultiSelect
      label={label(parameter.label)}
      required={parameter.required}
      searchable
      data={team}
      value={Array.isArray(given[parameter.name]) ? (given[parameter.name] as string[]) : []}
      error={errors[parameter.name]}
      onChange={onChange}
    />
  );
}

/** Of which object a record is made. */
function ObjectInput({ parameter, given, errors, onChange }: Props) {
  const { label } = useWords("automations");
  const objects = useObjects().filter((one) => may(one.permissions, "create") && !one.features.managed);
  return (
    <Select
      label={label(parameter.label)}
      required={parameter.required}
      searchable
      allowDeselect={false}
      data={objects.map((one) => ({ value: one.plural, label: label(one.label) }))}
      value={typeof given[parameter.name] === "string" ? (given[parameter.name] as string) : null}
      error={errors[parameter.name]}
      onChange={onChange}
    />
  );
}

/** By which link the new record leads back to the one that the run is about. */
function LinkInput({ parameter, given, errors, onChange }: Props) {
  const { label } = useWords("automations");
  const { object } = use(PageContext);
  const target = useMaybeObject(typeof given.object === "string" ? given.object : undefined);
  const links = [...(target?.fields.values() ?? [])].filter(
    (field) => field.type === "link" && !field.read_only && (field.to === object.name || field.to === object.plural),
  );
  const [first] = links;
  const isFresh = given.values === undefined && given[parameter.name] === undefined;
  const begin = useEffectEvent(() => first && onChange(first.name));
  useEffect(() => {
    if (isFresh && first) begin();
  }, [isFresh, first]);
  if (!first) return null;
  return (
    <NativeSelect
      label={label(parameter.label)}
      data={[{ value: "", label: "–" }, ...links.map((one) => ({ value: one.name, label: label(one.label) }))]}
      value={typeof given[parameter.name] === "string" ? (given[parameter.name] as string) : ""}
      error={errors[parameter.name]}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
