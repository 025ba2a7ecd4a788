import { ActionIcon, Button, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import type { RoleRow } from "@/api/roles";
import { useWords } from "@/i18n/useWords";
import { followed, limitedFields, MANAGED, REST, withoutLine } from "./definition";
import type { NamedLine } from "./lines";
import classes from "./Roles.module.css";
import type { RoleDraft } from "./useRoleDraft";

interface Props {
  role: RoleRow;
  draft: RoleDraft;
  line: NamedLine;
}

/** What a line is about, and whether it is one of its own. */
export function LineHead({ role, draft, line }: Props) {
  const { t } = useWords("admin");
  const from = followed(draft.now, line);
  const isOwn = from === line.plural;
  return (
    <span className={classes.head}>
      <span>
        <Text fw={550}>{line.name}</Text>
        <Text size="xs" c="dimmed">
          {line.isCommon
            ? t(line.plural === REST ? "roles.restHelp" : "roles.managedHelp")
            : t(isOwn ? "roles.ownLine" : from === MANAGED ? "roles.asManaged" : "roles.asRest")}
        </Text>
      </span>
      {isOwn && line.plural !== REST && !role.is_fixed && (
        <ActionIcon
          variant="subtle"
          color="gray"
          title={t("roles.backToRest")}
          aria-label={t("roles.backToRestOf", { object: line.name })}
          onClick={() => draft.change((now) => withoutLine(now, line.plural))}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
      )}
    </span>
  );
}

export function FieldsButton({ role, draft, line, onFields }: Props & { onFields(plural: string): void }) {
  const { t } = useWords("admin");
  if (line.isCommon || line.isWhole || role.is_fixed) return null;
  const limited = limitedFields(draft.now, line.plural);
  const told = limited ? t("roles.limited", { count: limited }) : t("roles.allFields");
  return (
    <Button
      variant="subtle"
      color={limited ? "albahaca" : "gray"}
      size="compact-sm"
      fw={limited ? 600 : 400}
      ml={-8}
      aria-label={`${told}, ${t("roles.fieldsOf", { object: line.name })}`}
      onClick={() => onFields(line.plural)}
    >
      {told}
    </Button>
  );
}
