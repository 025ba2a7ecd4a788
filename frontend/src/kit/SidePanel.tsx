import { Drawer, type DrawerProps } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useWords } from "@/i18n/useWords";
import { FocusBack } from "@/kit/focusBack";

const PHONE = "(max-width: 48em)";

interface Props extends Pick<DrawerProps, "onClose" | "children" | "overlayProps"> {
  title: string;
  /** For one that stays in the page when it is closed; else whoever draws it opens it. */
  opened?: boolean;
  /** How wide it is beside a page. */
  size: number;
  /** On a phone it comes from below and leaves a bit of the page, instead of covering it. */
  isSheet?: boolean;
}

/** What is looked at beside a page; on a phone above it. */
export function SidePanel({ opened = true, size, isSheet = false, children, ...frame }: Props) {
  const { t } = useWords();
  const isPhone = useMediaQuery(PHONE) ?? false;
  return (
    <>
      {opened && <FocusBack />}
      <Drawer
        {...frame}
        opened={opened}
        position={isPhone && isSheet ? "bottom" : "right"}
        size={isPhone ? (isSheet ? "90%" : "100%") : size}
        closeButtonProps={{ "aria-label": t("actions.close") }}
      >
        {children}
      </Drawer>
    </>
  );
}
