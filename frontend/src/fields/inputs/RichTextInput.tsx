import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { InputProps } from "../kit";

const RichTextEditor = lazy(() => import("./RichTextEditor"));

/** The editor weighs more than all other inputs together, so it comes when somebody writes. */
export function RichTextInput(props: InputProps<string>) {
  return (
    <Suspense fallback={<Skeleton height={180} />}>
      <RichTextEditor {...props} />
    </Suspense>
  );
}
