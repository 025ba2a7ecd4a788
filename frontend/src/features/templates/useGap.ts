import { useRef } from "react";

/** Puts a merge field where the cursor stands in a line of text, or at its end. */
export function useGap(text: string, onChange: (text: string) => void) {
  const ref = useRef<HTMLInputElement>(null);
  const insert = (gap: string) => {
    const input = ref.current;
    const at = input?.selectionStart ?? text.length;
    const end = input?.selectionEnd ?? at;
    onChange(text.slice(0, at) + gap + text.slice(end));
    requestAnimationFrame(() => {
      input?.focus();
      input?.setSelectionRange(at + gap.length, at + gap.length);
    });
  };
  return { ref, insert };
}
