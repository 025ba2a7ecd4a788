import { useNavigate, useSearch } from "@tanstack/react-router";
import { TrashPage } from "@/kit/trash/TrashPage";

export function TrashRoute() {
  const { object } = useSearch({ from: "/staff/trash" });
  const navigate = useNavigate();
  return (
    <TrashPage
      plural={object}
      onObject={(plural) => navigate({ to: "/trash", search: { object: plural }, replace: true })}
    />
  );
}
