import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { type ComponentType, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import classes from "./Automations.module.css";

interface Props {
  icon: ComponentType<{ size?: number; stroke?: number }>;
  name: string;
  /** What it says, in a line or a few. */
  text?: ReactNode;
  /** Figures at the end of the line. */
  aside?: ReactNode;
  problem?: string | undefined;
  isOpen?: boolean;
  /** Its parts, to be changed; nothing for those who only look. */
  form?: (() => ReactNode) | undefined;
  /** What the keys do while one stands on it. */
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  children?: ReactNode;
}

/** One part of an automation: what it says, and its parts once it is opened. */
export function Card({
  icon: Icon,
  name,
  text,
  aside,
  problem,
  isOpen: isBegun = false,
  form,
  onKeyDown,
  children,
}: Props) {
  const [isOpen, setOpen] = useState(isBegun);
  const body = useId();
  const Turn = isOpen ? IconChevronDown : IconChevronRight;
  const words = (
    <>
      <span className={classes.sign} aria-hidden>
        <Icon size={18} stroke={1.6} />
      </span>
      <span className={classes.said}>
        <span className={classes.name}>{name}</span>
        {text && <span className={classes.text}>{text}</span>}
      </span>
    </>
  );
  return (
    <div className={classes.part} data-refused={problem ? true : undefined}>
      <div className={classes.partHead}>
        {form ? (
          <button
            type="button"
            className={classes.turn}
            aria-expanded={isOpen}
            aria-controls={body}
            onClick={() => setOpen(!isOpen)}
            onKeyDown={onKeyDown}
          >
            <Turn size={16} className={classes.chevron} aria-hidden />
            {words}
          </button>
        ) : (
          <div className={classes.turn}>{words}</div>
        )}
        {aside && <div className={classes.counts}>{aside}</div>}
      </div>
      {problem && (
        <p className={classes.wrong} role="alert">
          {problem}
        </p>
      )}
      {isOpen && form && (
        <div id={body} className={classes.form}>
          {form()}
        </div>
      )}
      {children}
    </div>
  );
}
