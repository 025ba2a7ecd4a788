import { type ComponentType, cloneElement, type ReactElement, Suspense, useState } from "react";

interface Press {
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  "aria-haspopup"?: "menu";
  "aria-expanded"?: boolean;
}

interface Props<P> {
  /** The button that is there from the beginning. */
  target: ReactElement<Press>;
  /** What opens around it; fetched when somebody comes near, drawn when they press. */
  menu: ComponentType<P & { target: ReactElement }>;
  load(): Promise<unknown>;
  menuProps: P;
}

/** A button whose menu comes with the first press: what most people never open is nobody's first download. */
export function OnPress<P extends object>({ target, menu: Menu, load, menuProps }: Props<P>) {
  const [isWanted, setWanted] = useState(false);
  const button = cloneElement(target, {
    onClick: () => setWanted(true),
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    "aria-haspopup": "menu",
    "aria-expanded": false,
  });
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <Menu {...menuProps} target={target} />
    </Suspense>
  );
}
