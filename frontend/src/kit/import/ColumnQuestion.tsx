import { Radio, Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { ImportColumn, ImportTarget } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import type { Answer } from "./mappingState";
import { targetKey } from "./targets";

interface Props {
  column: ImportColumn;
  nameOf(target: ImportTarget): string;
  onLead(key: string | null): void;
  onAnswer(answer: Answer): void;
  /** The picker of every other place. */
  children?: ReactNode;
}

const NOTHING = "-";
const ELSEWHERE = "…";
const ORDERS = ["dmy", "mdy"] as const;
const MARKS = [",", "."] as const;

/** What a file leaves open is asked of whoever knows: what a column is, in which order its dates, its decimals. */
export function ColumnQuestion({ column, nameOf, onLead, onAnswer, children }: Props) {
  const { t } = useWords("imports");
  const formats = useFormats();
  const sample = column.samples?.find((one) => /\d/.test(one)) ?? "";
  if (column.question === "meaning")
    return (
      <Meaning column={column} nameOf={nameOf} onLead={onLead}>
        {children}
      </Meaning>
    );
  if (column.question === "date_order")
    return (
      <Radio.Group
        size="sm"
        label={t("import.ask.dateOrder", { sample })}
        value={column.date_order ?? null}
        onChange={(order) => onAnswer({ date_order: order as Answer["date_order"] })}
      >
        <Stack gap={6} mt={6}>
          {ORDERS.map((order) => (
            <Radio
              key={order}
              size="sm"
              value={order}
              label={readAs(sample, order, formats.day) ?? t(`import.ask.${order}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    );
  return (
    <Radio.Group
      size="sm"
      label={t("import.ask.decimals", { sample })}
      value={column.decimal_mark ?? null}
      onChange={(mark) => onAnswer({ decimal_mark: mark as Answer["decimal_mark"] })}
    >
      <Stack gap={6} mt={6}>
        {MARKS.map((mark) => (
          <Radio key={mark} size="sm" value={mark} label={figure(sample, mark, formats.number)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** It stays when it is answered, so that the arrow keys can go through the answers. */
function Meaning({ column, nameOf, onLead, children }: Omit<Props, "onAnswer">) {
  const { t } = useWords("imports");
  const candidates = (column.candidates ?? []).map(targetKey);
  const key = column.target ? targetKey(column.target) : null;
  const isElsewhere = (key !== null && !candidates.includes(key)) || Boolean(column.create_field);
  const [asksElsewhere, setAsksElsewhere] = useState(isElsewhere);
  const value = asksElsewhere ? ELSEWHERE : (key ?? (column.ask ? null : NOTHING));
  const choose = (answer: string) => {
    setAsksElsewhere(answer === ELSEWHERE);
    if (answer !== ELSEWHERE) onLead(answer === NOTHING ? null : answer);
  };
  return (
    <>
      <Radio.Group size="sm" label={t("import.ask.meaning", { column: column.header })} value={value} onChange={choose}>
        <Stack gap={6} mt={6}>
          {(column.candidates ?? []).map((target) => (
            <Radio key={targetKey(target)} size="sm" value={targetKey(target)} label={nameOf(target)} />
          ))}
          <Radio size="sm" value={NOTHING} label={t("import.ignore")} />
          <Radio size="sm" value={ELSEWHERE} label={t("import.ask.elsewhere")} />
        </Stack>
      </Radio.Group>
      {asksElsewhere && <div style={{ marginTop: 6 }}>{children}</div>}
    </>
  );
}

/** "3 abr 2024" of `03/04/2024`, in the one order or the other. */
function readAs(sample: string, order: "dmy" | "mdy", written: (day: string) => string): string | null {
  const [, one, other, year] = /(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2,4})/.exec(sample) ?? [];
  if (!one || !other || !year) return null;
  const [day, month] = order === "dmy" ? [one, other] : [other, one];
  return written(`${year.padStart(4, "20")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** What `1.234` is when this mark parts the decimals. */
function figure(sample: string, mark: "," | ".", written: (value: number) => string): string {
  const digits = /[\d.,]+/.exec(sample)?.[0] ?? "";
  const bare = digits.replace(mark === "," ? /\./g : /,/g, "").replace(mark, ".");
  return written(Number(bare));
}
