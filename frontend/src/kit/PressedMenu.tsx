import { Menu, type MenuProps } from "@mantine/core";
import { cloneElement, type ReactElement, type Ref, useEffect, useRef } from "react";
import { focusPressed, notePressed } from "./focusBack";

interface Props extends Omit<MenuProps, "opened" | "defaultOpened" | "onOpen" | "onClose"> {
  target: ReactElement;
}

/** A menu that came with the press on its button: it opens at once, and gives the focus back to the button. */
export function PressedMenu({ target, children, ...props }: Props) {
  const button = useRef<HTMLElement>(null);
  const note = () => notePressed(button.current);
  useEffect(() => notePressed(button.current), []);
  return (
    <Menu position="bottom-end" {...props} defaultOpened onOpen={note} onClose={focusPressed}>
      <Menu.Target>{cloneElement(target as ReactElement<{ ref?: Ref<HTMLElement> }>, { ref: button })}</Menu.Target>
      {children}
    </Menu>
  );
}
