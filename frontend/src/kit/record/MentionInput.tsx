import { Avatar, Paper, Textarea } from "@mantine/core";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import classes from "./Comments.module.css";
import { mentionAt, type Person, suggested } from "./mentions";

interface Props {
  label: string;
  placeholder?: string;
  value: string;
  autoFocus?: boolean;
  onChange(value: string): void;
  onPick(person: Person): void;
  onSend(): void;
  onEscape?(): void;
}

/** A text in which an `@` offers the people of the team. */
export function MentionInput({ label, placeholder, value, autoFocus, onChange, onPick, onSend, onEscape }: Props) {
  const { t } = useWords("records");
  const users = useUsers();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [isHidden, setHidden] = useState(false);
  const typing = isHidden ? null : mentionAt(value, caret);
  const people = users
    .filter((user) => user.status === "active")
    .map((user) => ({ id: user.id, name: userName(user) }));
  const offered = typing ? suggested(people, typing.typed) : [];
  const place = Math.min(active, offered.length - 1);

  const pick = (person: Person) => {
    if (!typing) return;
    const before = `${value.slice(0, typing.start)}@${person.name} `;
    onPick(person);
    onChange(before + value.slice(caret).replace(/^ /, ""));
    setHidden(true);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(before.length, before.length);
      setCaret(before.length);
    });
  };

  const keys = (event: KeyboardEvent) => {
    const chosen = offered[place];
    if (chosen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setActive((place + (event.key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length);
    } else if (chosen && (event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      pick(chosen);
    } else if (event.key === "Escape" && (chosen || onEscape)) {
      event.stopPropagation();
      if (chosen) setHidden(true);
      else onEscape?.();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    }
  };

  return (
    <div className={classes.writing}>
      <Textarea
        ref={area}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={offered.length ? `${id}-people` : undefined}
        aria-activedescendant={offered[place] ? `${id}-${offered[place].id}` : undefined}
        placeholder={placeholder}
        autosize
        minRows={value ? 3 : 1}
        maxRows={12}
        maxLength={5_000}
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => {
          setHidden(false);
          setActive(0);
          setCaret(event.currentTarget.selectionStart);
          onChange(event.currentTarget.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={() => setTimeout(() => setHidden(true), 200)}
        onKeyDown={keys}
      />
      {offered.length > 0 && (
        <Paper
          id={`${id}-people`}
          role="listbox"
          aria-label={t("comments.people")}
          className={classes.people}
          shadow="md"
          withBorder
        >
          {offered.map((person, at) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and says which one is active
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the text
            <div
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              aria-selected={at === place}
              className={classes.person}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(person)}
            >
              <Avatar name={person.name} size={22} color="harina" variant="light" aria-hidden />
              {person.name}
            </div>
          ))}
        </Paper>
      )}
    </div>
  );
}
