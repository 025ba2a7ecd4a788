import { NativeSelect, Stack } from "@mantine/core";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { useOperatorWords } from "./ConditionText";
import { edited, operatorsOf, takesOf, withOperator } from "./operators";
import { SeveralValues } from "./SeveralValues";
import { AgeValue, PeriodValue } from "./SpanValue";
import type { Condition } from "./tree";
import { OneValue, PartValue } from "./values";

interface Props {
  field: FieldMeta;
  name: string;
  condition: Condition;
  onChange(condition: Condition): void;
  autoFocus?: boolean;
  isCompact?: boolean;
}

/** One condition on a field: its operator and what it compares with. */
export function ConditionEditor({ field, name, condition, onChange, autoFocus = false, isCompact = false }: Props) {
  const { t } = useWords("filters");
  const words = useOperatorWords();
  const shown = edited(field, condition);
  return (
    <Stack gap={8}>
      <NativeSelect
        aria-label={t("filter.operator", { name })}
        value={shown.op}
        data={operatorsOf(field).map((op) => ({ value: op, label: words(field, op) }))}
        onChange={(event) => onChange(withOperator(field, shown, event.currentTarget.value))}
      />
      <ConditionValue
        field={field}
        condition={shown}
        autoFocus={autoFocus}
        isCompact={isCompact}
        onChange={(value) => onChange({ ...shown, value })}
      />
    </Stack>
  );
}

interface ValueEditorProps {
  field: FieldMeta;
  condition: Condition;
  autoFocus?: boolean;
  isCompact?: boolean;
  onChange(value: unknown): void;
}

/** What an operator compares with. */
export function ConditionValue({ field, condition, autoFocus = false, isCompact = false, onChange }: ValueEditorProps) {
  const { op, value } = condition;
  const shared = { field, op, onChange, autoFocus, isCompact };
  const pair = Array.isArray(value) ? value : [];
  switch (takesOf(op)) {
    case "nothing":
      return null;
    case "several":
      return <SeveralValues {...shared} value={value} />;
    case "part":
      return <PartValue {...shared} value={value} />;
    case "period":
      return <PeriodValue value={value} onChange={onChange} />;
    case "age":
      return <AgeValue value={value} onChange={onChange} />;
    case "two":
      return (
        <>
          <OneValue {...shared} value={pair[0] ?? null} onChange={(one) => onChange([one, pair[1] ?? null])} />
          <OneValue
            {...shared}
            autoFocus={false}
            place={1}
            value={pair[1] ?? null}
            onChange={(other) => onChange([pair[0] ?? null, other])}
          />
        </>
      );
    default:
      return <OneValue {...shared} value={value} />;
  }
}
