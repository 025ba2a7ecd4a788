import { useRouter } from "@tanstack/react-router";
import type { MouseEvent } from "react";

interface Props {
  plural: string;
  id: string;
  name: string;
  className: string;
  tabIndex?: number;
}

/**
 * A link to a record for places that have thousands of them: it watches nothing and asks the router only when the mouse
 * rests on it or presses it.
 */
export function RecordLink({ plural, id, name, className, tabIndex }: Props) {
  const router = useRouter();
  const where = { to: "/records/$plural/$id", params: { plural, id } } as const;
  const press = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.navigate(where);
  };
  return (
    <a
      href={`/records/${plural}/${id}`}
      className={className}
      tabIndex={tabIndex}
      draggable={false}
      onClick={press}
      onMouseEnter={() => router.preloadRoute(where).catch(() => {})}
    >
      {name}
    </a>
  );
}
