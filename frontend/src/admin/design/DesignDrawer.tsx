import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "@/i18n/useWords";
import { useFocusBack } from "@/kit/focusBack";
import { LeaveQuestion } from "@/kit/LeaveQuestion";

const Dirty = createContext<(isDirty: boolean) => void>(() => {});

/** Tells the panel around a form whether something would be lost by closing it. */
export function useDirty(isDirty: boolean): void {
  const tell = useContext(Dirty);
  useEffect(() => {
    tell(isDirty);
    return () => tell(false);
  }, [isDirty, tell]);
}

interface Props {
  opened: boolean;
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** A panel at the side in which something is designed; it asks before what was not saved is lost. */
export function DesignDrawer({ opened, title, onClose, children }: Props) {
  const { t } = useWords("admin");
  const isPhone = useMediaQuery("(max-width: 48em)");
  useFocusBack();
  const isDirty = useRef(false);
  const [isAsking, setAsking] = useState(false);
  const tell = useMemo(
    () => (dirty: boolean) => {
      isDirty.current = dirty;
    },
    [],
  );
  /** The question opens after the key that asks for it has been heard by everybody, or the same Escape closes it. */
  const close = () => {
    if (isDirty.current) setTimeout(() => setAsking(true));
    else onClose();
  };
  return (
    <>
      {/* A panel that slides keeps a transform, and what is dragged inside would land beside the pointer. */}
      <Drawer
        opened={opened}
        onClose={close}
        closeOnEscape={!isAsking}
        title={title}
        position="right"
        size={isPhone ? "100%" : 600}
        transitionProps={{ transition: "fade", duration: 120 }}
        closeButtonProps={{ "aria-label": t("actions.close") }}
        styles={{ title: { fontWeight: 650, fontSize: "var(--mantine-font-size-lg)" }, body: { paddingBottom: 0 } }}
      >
        <Dirty.Provider value={tell}>{children}</Dirty.Provider>
      </Drawer>
      <LeaveQuestion
        opened={isAsking}
        onStay={() => setAsking(false)}
        onLeave={() => {
          setAsking(false);
          onClose();
        }}
      />
    </>
  );
}
