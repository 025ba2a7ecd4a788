import { useNavigate, useSearch } from "@tanstack/react-router";
import { DuplicatesPage } from "@/admin/duplicates/DuplicatesPage";

const FIRST = "contacts";

export function DuplicatesRoute() {
  const { object = FIRST, state = "open" } = useSearch({ from: "/staff/settings/duplicates" });
  const navigate = useNavigate();
  return (
    <DuplicatesPage
      plural={object}
      state={state}
      onShow={(shown) =>
        navigate({
          to: "/settings/duplicates",
          search: { object: shown.object, ...(shown.state === "dismissed" ? { state: shown.state } : {}) },
          replace: true,
        })
      }
    />
  );
}
