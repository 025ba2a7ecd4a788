import { ActionIcon, Button, Input, TextInput } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconPlus, IconX } from "@tabler/icons-react";
import { useId } from "react";
import { useWords } from "@/i18n/useWords";
import { ColorMenu } from "../design/ColorMenu";
import { Sortable } from "../design/Sortable";
import classes from "./Fields.module.css";
import { newOption, type OptionDraft } from "./fieldDraft";

interface Props {
  options: OptionDraft[];
  onChange(options: OptionDraft[]): void;
  error?: string | undefined;
}

/** The choices of a field: their words, colour and order. One that records may hold is archived, never lost. */
export function OptionsEditor({ options, onChange, error }: Props) {
  const { t } = useWords("admin");
  const id = useId();
  const change = (key: string, part: Partial<OptionDraft>) =>
    onChange(options.map((option) => (option.key === key ? { ...option, ...part } : option)));
  const focus = (key: string) => requestAnimationFrame(() => document.getElementById(`${id}-${key}`)?.focus());
  const add = () => {
    const option = newOption();
    onChange([...options, option]);
    focus(option.key);
  };
  /** Enter goes on to the next option, and makes one below the last. */
  const goOn = (index: number) => {
    const next = options[index + 1];
    if (next) focus(next.key);
    else add();
  };
  return (
    <Input.Wrapper
      label={t("fieldForm.options")}
      description={t("fieldForm.optionsHelp")}
      error={error}
      labelElement="div"
      role="group"
      aria-label={t("fieldForm.options")}
    >
      <div className={classes.options}>
        <Sortable
          items={options}
          label={t("fieldForm.options")}
          idOf={(option) => option.key}
          nameOf={(option) => option.label.es || option.label.en || t("fieldForm.newOption")}
          onChange={onChange}
        >
          {(option, index) => (
            <Option
              id={`${id}-${option.key}`}
              option={option}
              place={index + 1}
              onChange={(part) => change(option.key, part)}
              onNext={() => goOn(index)}
              onRemove={() => onChange(options.filter((one) => one.key !== option.key))}
            />
          )}
        </Sortable>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add} mt={6}>
          {t("fieldForm.addOption")}
        </Button>
      </div>
    </Input.Wrapper>
  );
}

interface OptionProps {
  id: string;
  option: OptionDraft;
  place: number;
  onChange(part: Partial<OptionDraft>): void;
  onNext(): void;
  onRemove(): void;
}

function Option({ id, option, place, onChange, onNext, onRemove }: OptionProps) {
  const { t, language } = useWords("admin");
  const other = language === "es" ? "en" : "es";
  const name = option.label[language] || t("fieldForm.nthOption", { n: place });
  const words = (one: "es" | "en") => ({
    "aria-label": t("fieldForm.optionIn", { n: place, language: t(`design.languages.${one}`) }),
    lang: one,
    value: option.label[one],
    maxLength: 80,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ label: { ...option.label, [one]: event.currentTarget.value } }),
  });
  return (
    <>
      <ColorMenu name={name} value={option.color} onChange={(color) => onChange({ color })} />
      <div className={classes.words} data-hidden={option.hidden || undefined}>
        <TextInput
          id={id}
          {...words(language)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            onNext();
          }}
        />
        <TextInput {...words(other)} placeholder={option.label[language] || t(`design.languages.${other}`)} />
      </div>
      {option.value ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={option.hidden ? t("fieldForm.unarchive", { name }) : t("fieldForm.archive", { name })}
          title={option.hidden ? t("fieldForm.unarchiveShort") : t("fieldForm.archiveShort")}
          onClick={() => onChange({ hidden: !option.hidden })}
        >
          {option.hidden ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
        </ActionIcon>
      ) : (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t("fieldForm.removeOption", { name })}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
    </>
  );
}
