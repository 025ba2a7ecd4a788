/** What a form and the frame around it tell each other: the frame asks before it closes over something unsaved. */
import { createContext, useContext, useEffect } from "react";

export interface OpenForm {
  isDirty(): boolean;
  /** Whether what is unsaved would survive the loss of the page. */
  isKept(): boolean;
  discard(): void;
  keep(): void;
}

export interface FormFrame {
  watch(form: OpenForm | null): void;
  /** Closes the frame, after asking where something would be lost. */
  leave(): void;
  widen(isWide: boolean): void;
}

export const FormFrameContext = createContext<FormFrame | null>(null);

/** The frame around a form; a form without one is left as its caller says. */
export function useFormFrame(form: OpenForm, isWide: boolean): FormFrame | null {
  const frame = useContext(FormFrameContext);
  useEffect(() => {
    frame?.watch(form);
    return () => frame?.watch(null);
  }, [frame, form]);
  useEffect(() => frame?.widen(isWide), [frame, isWide]);
  return frame;
}
