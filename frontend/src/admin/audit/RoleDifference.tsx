import { Text } from "@mantine/core";
import { useLines } from "@/admin/roles/lines";
import { useMaybeObject } from "@/api/objects";
import type { RoleChange } from "@/api/roles";
import { useWords } from "@/i18n/useWords";
import classes from "./Audit.module.css";

/** One difference between two states of a role, in the words of the matrix. */
export function RoleDifference({ change }: { change: RoleChange["changes"][number] }) {
  const { t, label } = useWords("admin");
  const [part = "", plural = "", name = "", right] = change.field.split(".");
  const line = useLines().find((one) => one.plural === plural)?.name ?? plural;
  const field = useMaybeObject(part === "fields" ? plural : undefined)?.fields.get(name);
  const place =
    part === "label"
      ? t("audit.name")
      : part === "fields"
        ? `${line} · ${label(field?.label) || name} · ${t(right === "read" ? "audit.canRead" : "audit.canWrite")}`
        : `${line} · ${t(`roles.actions.${name}`)}`;
  return (
    <li className={classes.change}>
      <Text size="sm" span fw={500}>
        {place}
      </Text>
      <Text size="sm" span c="dimmed">
        <Value part={part} value={change.before} /> → <Value part={part} value={change.after} />
      </Text>
    </li>
  );
}

function Value({ part, value }: { part: string; value: unknown }) {
  const { t } = useWords("admin");
  if (value === null || value === undefined) return t(part === "objects" ? "roles.asRest" : "audit.free");
  if (part === "objects") return t(`roles.extents.${String(value)}`);
  return typeof value === "boolean" ? t(value ? "audit.yes" : "audit.no") : String(value);
}
