import { Modal, type ModalProps } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import { FocusBack } from "@/kit/focusBack";

interface Props extends Omit<ModalProps, "opened" | "title"> {
  title: string;
  /** For one that stays in the page when it is closed; else whoever draws it opens it. */
  opened?: boolean;
}

/** A dialog with its title and a cross that says what it does; whatever closes it, the focus goes back to what opened it. */
export function Dialog({ opened = true, children, ...frame }: Props) {
  const { t } = useWords();
  return (
    <>
      {opened && <FocusBack />}
      <Modal centered closeButtonProps={{ "aria-label": t("actions.close") }} {...frame} opened={opened}>
        {children}
      </Modal>
    </>
  );
}
