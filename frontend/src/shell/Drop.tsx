import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import classes from "./Drop.module.css";

interface TargetProps {
  ref: RefObject<HTMLButtonElement | null>;
  onClick(): void;
  "aria-expanded": boolean;
  "aria-haspopup": "menu" | "dialog";
  "aria-controls": string | undefined;
}

interface Props {
  role: "menu" | "dialog";
  label: string;
  width: number;
  target(props: TargetProps): ReactNode;
  children(close: () => void): ReactNode;
}

const REACHED = "a[href], button:not([disabled]), input:not([disabled]), [tabindex='0']";

/**
 * A panel under a button of the navigation: it stands where the navigation stands, so it need not look for room as the
 * ones on pages do. Focus goes in with it and comes back; Escape, Tab and a press elsewhere close it.
 */
export function Drop({ role, label, width, target, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return undefined;
    panel.current?.focus();
    const leave = (event: PointerEvent) => {
      const at = event.target as Node;
      if (!panel.current?.contains(at) && !button.current?.contains(at)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, [isOpen]);
  const move = (event: KeyboardEvent) => {
    const items = [...(panel.current?.querySelectorAll<HTMLElement>(REACHED) ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (event.key === "Escape" || (event.key === "Tab" && role === "menu")) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (step !== undefined && items.length) {
      event.preventDefault();
      items.at(step >= items.length ? 0 : step)?.focus();
    } else if (event.key === "Tab" && items.length) keepInside(event, items);
  };
  return (
    <div className={classes.place}>
      {target({
        ref: button,
        onClick: () => setOpen(!isOpen),
        "aria-expanded": isOpen,
        "aria-haspopup": role,
        "aria-controls": isOpen ? id : undefined,
      })}
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it is a menu or a dialog, as its role says
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both take a name
        <div
          ref={panel}
          id={id}
          role={role}
          aria-label={label}
          tabIndex={-1}
          className={classes.panel}
          style={{ width }}
          onKeyDown={move}
        >
          <Suspense fallback={null}>{children(close)}</Suspense>
        </div>
      )}
    </div>
  );
}

/** The last is followed by the first, and the other way round. */
function keepInside(event: KeyboardEvent, items: readonly HTMLElement[]): void {
  const edge = event.shiftKey ? items[0] : items.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  items.at(event.shiftKey ? -1 : 0)?.focus();
}
