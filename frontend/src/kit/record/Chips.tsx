import { useId } from "react";
import classes from "./Chips.module.css";

interface Props {
  label: string;
  data: readonly { value: string; label: string }[];
  value: string;
  onChange(value: string): void;
}

/** One of a few, in a line: native radio buttons that look like chips. */
export function Chips({ label, data, value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className={classes.chips} data-print="never">
      <legend className={classes.legend}>{label}</legend>
      {data.map((one) => (
        <label key={one.value} className={classes.chip}>
          <input
            type="radio"
            name={name}
            value={one.value}
            checked={one.value === value}
            onChange={() => onChange(one.value)}
          />
          {one.label}
        </label>
      ))}
    </fieldset>
  );
}
