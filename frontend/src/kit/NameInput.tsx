import { TextInput } from "@mantine/core";

/** As long as a name may be that a firm gives to what it makes. */
const LONGEST = 120;

interface Props {
  label: string;
  description?: string;
  values: { name: string };
  errors: Record<string, string>;
  onChange(part: { name: string }): void;
  "data-autofocus"?: boolean;
}

/** How something is called among colleagues. */
export function NameInput({ values, errors, onChange, ...said }: Props) {
  return (
    <TextInput
      {...said}
      required
      maxLength={LONGEST}
      value={values.name}
      error={errors.name}
      onChange={(event) => onChange({ name: event.currentTarget.value })}
    />
  );
}
