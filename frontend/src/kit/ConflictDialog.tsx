import { Button, Group, Stack, Table, Text } from "@mantine/core";
import { FieldValue } from "@/fields/FieldValue";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { useStore } from "@/lib/store";
import { type Conflict, conflicts } from "./conflict";

export function ConflictDialog() {
  const conflict = useStore(conflicts);
  const { t } = useWords();
  return (
    <Dialog opened={Boolean(conflict)} onClose={() => conflict?.answer("theirs")} title={t("conflict.title")} size="lg">
      {conflict && <Both conflict={conflict} />}
    </Dialog>
  );
}

function Both({ conflict: { object, mine, theirs, answer } }: { conflict: Conflict }) {
  const { t, label } = useWords();
  const formats = useFormats();
  const fields = Object.keys(mine).flatMap((name) => object.fields.get(name) ?? []);
  return (
    <Stack>
      <Group gap={4}>
        <UserName id={theirs.updated_by} />
        <Text c="dimmed">{t("conflict.when", { when: formats.ago(theirs.updated_at) })}</Text>
      </Group>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("conflict.field")}</Table.Th>
            <Table.Th>{t("conflict.theirs")}</Table.Th>
            <Table.Th>{t("conflict.mine")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field.name}>
              <Table.Th scope="row">{label(field.label)}</Table.Th>
              <Table.Td>
                <FieldValue field={field} value={theirs[field.name]} record={theirs} />
              </Table.Td>
              <Table.Td>
                <FieldValue field={field} value={mine[field.name]} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => answer("theirs")}>
          {t("conflict.keepTheirs")}
        </Button>
        <Button onClick={() => answer("mine")}>{t("conflict.keepMine")}</Button>
      </Group>
    </Stack>
  );
}
