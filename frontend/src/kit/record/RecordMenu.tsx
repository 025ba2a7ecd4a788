import { ActionIcon } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { lazy, type RefObject, Suspense, useId, useRef, useState } from "react";
import type { RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import type { RecordDialog } from "./RecordActions";
import classes from "./RecordHead.module.css";

const bring = () => import("./RecordMenuDrop");
const RecordMenuDrop = lazy(() => bring().then((module) => ({ default: module.RecordMenuDrop })));

interface Props {
  object: CompiledObject;
  record: RecordRow;
  onOpen(dialog: RecordDialog): void;
  button: RefObject<HTMLButtonElement | null>;
}

/** The ⋯ of a record. What it offers is fetched as soon as somebody comes near it. */
export function RecordMenu({ object, record, onOpen, button }: Props) {
  const { t } = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  // Pressing the button closes the menu before the click arrives, which must not open it again.
  const wasOpen = useRef(false);
  const note = () => {
    wasOpen.current = isOpen;
  };
  return (
    <div className={classes.menu}>
      <ActionIcon
        ref={button}
        id={id}
        variant="default"
        size={36}
        aria-label={t("record.more")}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={bring}
        onFocus={bring}
        onPointerDown={note}
        onKeyDown={note}
        onClick={() => {
          setAsked(true);
          setOpen(!wasOpen.current);
        }}
      >
        <IconDots size={18} />
      </ActionIcon>
      <Suspense fallback={null}>
        {isAsked && (
          <RecordMenuDrop
            object={object}
            record={record}
            onOpen={onOpen}
            opened={isOpen}
            onChange={setOpen}
            labelledBy={id}
          />
        )}
      </Suspense>
    </div>
  );
}
