import { Table } from "@mantine/core";
import type { RoleRow } from "@/api/roles";
import { useWords } from "@/i18n/useWords";
import { Cell } from "./Cell";
import { ACTIONS } from "./definition";
import { FieldsButton, LineHead } from "./LineHead";
import { useLines } from "./lines";
import classes from "./Roles.module.css";
import type { RoleDraft } from "./useRoleDraft";

export interface MatrixProps {
  role: RoleRow;
  draft: RoleDraft;
  onFields(plural: string): void;
}

/** Objects down, actions across. */
export function Matrix({ role, draft, onFields }: MatrixProps) {
  const { t, label } = useWords("admin");
  return (
    <Table className={classes.matrix} verticalSpacing={6} aria-label={t("roles.matrix", { name: label(role.label) })}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("roles.object")}</Table.Th>
          {ACTIONS.map((action) => (
            <Table.Th key={action} w={104}>
              {t(`roles.actions.${action}`)}
            </Table.Th>
          ))}
          {!role.is_fixed && <Table.Th w={104}>{t("roles.fields")}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {useLines().map((line) => (
          <Table.Tr key={line.plural} className={line.isCommon ? classes.common : undefined}>
            <Table.Th scope="row">
              <LineHead role={role} draft={draft} line={line} />
            </Table.Th>
            {ACTIONS.map((action) => (
              <Table.Td key={action}>
                <Cell role={role} draft={draft} line={line} action={action} />
              </Table.Td>
            ))}
            {!role.is_fixed && (
              <Table.Td>
                <FieldsButton role={role} draft={draft} line={line} onFields={onFields} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
