import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useBlocker } from "@tanstack/react-router";
import { type ReactNode, Suspense, useMemo, useRef, useState } from "react";
import { inPlaceWishes } from "@/fields/creating";
import { useWords } from "@/i18n/useWords";
import { useStore } from "@/lib/store";
import { type FormFrame, FormFrameContext, type OpenForm } from "./formFrame";
import { LeaveDialog } from "./LeaveDialog";

interface Props {
  opened: boolean;
  title: string;
  /** How many forms lie below: a linked record may be made from within a form. */
  depth?: number;
  onClose(): void;
  children: ReactNode;
}

const NARROW = 480;
const WIDE = 840;
const ABOVE = 250;

/** The frame of every form: a panel at the side, the whole screen on a phone; it asks before something is lost. */
export function FormDrawer({ opened, title, depth = 0, onClose, children }: Props) {
  const isPhone = useMediaQuery("(max-width: 36em)");
  const { t } = useWords();
  const above = useStore(inPlaceWishes);
  const [isWide, setWide] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const form = useRef<OpenForm | null>(null);
  const close = useRef(onClose);
  close.current = onClose;

  const frame = useMemo<FormFrame>(
    () => ({
      watch: (open) => {
        form.current = open;
      },
      // The Escape that asks must not answer as well.
      leave: () => (form.current?.isDirty() ? setTimeout(() => setAsking(true)) : close.current()),
      widen: setWide,
    }),
    [],
  );
  const blocked = useBlocker({
    shouldBlockFn: () => Boolean(form.current?.isDirty()),
    enableBeforeUnload: () => Boolean(form.current?.isDirty() && !form.current.isKept()),
    withResolver: true,
  });

  const settle = (act: "keep" | "discard") => {
    form.current?.[act]();
    form.current = null;
    setAsking(false);
    onClose();
    if (blocked.status === "blocked") blocked.proceed();
  };
  const stay = () => {
    setAsking(false);
    if (blocked.status === "blocked") blocked.reset();
  };

  return (
    <>
      <Drawer
        opened={opened}
        onClose={frame.leave}
        title={title}
        position="right"
        size={isPhone ? "100%" : isWide ? WIDE : NARROW}
        closeButtonProps={{ "aria-label": t("actions.close") }}
        styles={{ title: { fontWeight: 650, fontSize: "var(--mantine-font-size-lg)" }, body: { paddingBottom: 0 } }}
        closeOnEscape={!isAsking && above.length <= depth}
        {...(depth ? { zIndex: ABOVE + depth } : {})}
      >
        <FormFrameContext.Provider value={frame}>
          <Suspense fallback={null}>{children}</Suspense>
        </FormFrameContext.Provider>
      </Drawer>
      <LeaveDialog
        opened={isAsking || blocked.status === "blocked"}
        onStay={stay}
        onKeep={() => settle("keep")}
        onDiscard={() => settle("discard")}
      />
    </>
  );
}
