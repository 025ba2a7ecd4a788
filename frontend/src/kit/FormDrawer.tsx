import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, Suspense } from "react";
import { useWords } from "@/i18n/useWords";

interface Props {
  opened: boolean;
  title: string;
  /** Rows with several columns need more room. */
  isWide?: boolean;
  onClose(): void;
  children: ReactNode;
}

/** The frame of every form: a panel at the side, the whole screen on a phone. */
export function FormDrawer({ opened, title, isWide = false, onClose, children }: Props) {
  const isPhone = useMediaQuery("(max-width: 36em)");
  const { t } = useWords();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={isPhone ? "100%" : isWide ? 820 : 480}
      closeButtonProps={{ "aria-label": t("actions.close") }}
      styles={{ title: { fontWeight: 650, fontSize: "var(--mantine-font-size-lg)" }, body: { paddingBottom: 0 } }}
    >
      <Suspense fallback={null}>{children}</Suspense>
    </Drawer>
  );
}
