import { type HTMLInputTypeAttribute, type ReactNode, useId } from "react";
import type { Asked, Typed } from "./api";
import classes from "./PublicForm.module.css";
import type { Words } from "./words";

interface Props {
  field: Asked;
  value: Typed[string] | undefined;
  error: string | undefined;
  words: Words;
  onChange(value: Typed[string]): void;
}

const TYPES: Record<string, HTMLInputTypeAttribute> = { email: "email", phone: "tel", url: "url", date: "date" };
/** What a browser knows of its reader and offers to fill in. */
const KNOWN: Record<string, string> = {
  first_name: "given-name",
  last_name: "family-name",
  emails: "email",
  phones: "tel",
  company_name: "organization",
  job_title: "organization-title",
  website: "url",
};
const NUMBERS = new Set(["integer", "number"]);

/** One question of a form. */
export function Field(props: Props) {
  const { field } = props;
  if (field.type === "boolean") return <Tick {...props} />;
  if (field.type === "multi_choice") return <Several {...props} />;
  return <Line {...props} />;
}

function Line({ field, value, error, words, onChange }: Props) {
  const id = useId();
  const text = typeof value === "string" ? value : "";
  const shared = {
    id,
    value: text,
    required: field.required,
    "aria-invalid": Boolean(error),
    "aria-describedby": error ? `${id}-error` : undefined,
    autoComplete: KNOWN[field.name],
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <div>
      <label htmlFor={id} className={classes.label}>
        {field.label}
        <Star when={field.required} />
      </label>
      {field.type === "long_text" && <textarea rows={4} {...shared} />}
      {field.type === "choice" && (
        <select {...shared}>
          <option value="">{words.t("formPage.choose")}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      {field.type !== "long_text" && field.type !== "choice" && (
        <input
          type={TYPES[field.type] ?? "text"}
          inputMode={NUMBERS.has(field.type) ? "decimal" : undefined}
          autoCapitalize={field.type === "email" ? "none" : undefined}
          {...shared}
        />
      )}
      <Refusal id={id}>{error}</Refusal>
    </div>
  );
}

function Tick({ field, value, error, onChange }: Props) {
  const id = useId();
  return (
    <div>
      <label className={classes.tick}>
        <input
          type="checkbox"
          checked={value === true}
          aria-invalid={Boolean(error)}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          {field.label}
          <Star when={field.required} />
        </span>
      </label>
      <Refusal id={id}>{error}</Refusal>
    </div>
  );
}

function Several({ field, value, error, onChange }: Props) {
  const id = useId();
  const chosen = Array.isArray(value) ? value : [];
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={classes.label}>
        {field.label}
        <Star when={field.required} />
      </legend>
      {field.options.map((option) => (
        <label key={option.value} className={classes.tick}>
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            aria-invalid={Boolean(error)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...chosen, option.value] : chosen.filter((one) => one !== option.value),
              )
            }
          />
          <span>{option.label}</span>
        </label>
      ))}
      <Refusal id={id}>{error}</Refusal>
    </fieldset>
  );
}

const Star = ({ when }: { when: boolean }) => (when ? <span aria-hidden="true"> *</span> : null);

const Refusal = ({ id, children }: { id: string; children: ReactNode }) =>
  children ? (
    <p id={`${id}-error`} className={classes.error}>
      {children}
    </p>
  ) : null;
