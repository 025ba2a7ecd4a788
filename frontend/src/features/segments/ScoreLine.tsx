import { Button, Table, Text } from "@mantine/core";
import { IconGauge } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Score, useScore } from "@/api/segments";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import type { RecordSlotProps } from "@/kit/slots";
import { useSigned } from "./Points";
import classes from "./Segments.module.css";

/** A score in a line, and the way to what it is made of. */
export function ScoreLine({ object, record }: RecordSlotProps) {
  const { t } = useWords("segments");
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const score = useScore(object.plural, record.id, record.score as number, isOpen).data;
  return (
    <div className={classes.score} data-print="never">
      <IconGauge size={17} stroke={1.6} aria-hidden />
      <Text size="sm">
        {t("score.line", { count: record.score as number, number: formats.number(record.score as number) })}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t("score.open")}
      </Button>
      {isOpen && (
        <Dialog onClose={() => setOpen(false)} title={t("score.title")}>
          {score && <Parts score={score} />}
        </Dialog>
      )}
    </div>
  );
}

/** Which segments give how many points; each opens whom else it holds. */
function Parts({ score }: { score: Score }) {
  const { t } = useWords("segments");
  const formats = useFormats();
  const signed = useSigned();
  return (
    <Table aria-label={t("score.title")}>
      <Table.Tbody>
        {score.parts.map((part) => (
          <Table.Tr key={part.segment}>
            <Table.Th scope="row" fw={400}>
              <Link to="/segments/$id" params={{ id: part.segment }}>
                {part.name}
              </Link>
              <Text size="xs" c="dimmed">
                {t("segments.since", { when: formats.when(part.since) })}
              </Text>
            </Table.Th>
            <Table.Td ta="end">{signed(part.points)}</Table.Td>
          </Table.Tr>
        ))}
        {score.others !== 0 && (
          <Table.Tr>
            <Table.Th scope="row" fw={400}>
              {t("score.others")}
            </Table.Th>
            <Table.Td ta="end">{signed(score.others)}</Table.Td>
          </Table.Tr>
        )}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{t("score.total")}</Table.Th>
          <Table.Td ta="end" fw={600}>
            {formats.number(score.score ?? 0)}
          </Table.Td>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
