import { Button } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown };
  children: ReactNode;
}

/** Brings what comes next in a list, as long as there is any. */
export function MoreButton({ list, children }: Props) {
  if (!list.hasNextPage) return null;
  return (
    <Button variant="subtle" size="compact-md" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
      {children}
    </Button>
  );
}
