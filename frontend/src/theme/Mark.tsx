import classes from "./Mark.module.css";

/** An awning of three scallops over a small door. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" className={classes.mark} aria-hidden="true" focusable="false">
      <path d="M5 4h22l3 9v1.5a4.66 4.66 0 0 1-9.33 0a4.66 4.66 0 0 1-9.34 0a4.66 4.66 0 0 1-9.33 0V13z" />
      <path d="M5 21.5a7 7 0 0 0 3-.9V28h4.5v-5a3.5 3.5 0 0 1 7 0v5H24v-7.4a7 7 0 0 0 3 .9V29a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2z" />
    </svg>
  );
}
