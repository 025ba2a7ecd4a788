import { useState } from "react";
import { type Definition, type RoleRow, useUpdateRole } from "@/api/roles";
import { useWords } from "@/i18n/useWords";
import { showUndo } from "@/kit/notices";
import { changeOf, countChanges } from "./definition";

export const definitionOf = ({ label, objects, fields }: RoleRow): Definition => ({ label, objects, fields });

export interface RoleDraft {
  now: Definition;
  change(next: (now: Definition) => Definition): void;
  count: number;
  isSaving: boolean;
  problem: unknown;
  save(): void;
  reset(): void;
}

/** A role while it is changed: nothing acts before it is saved, and what was saved can be taken back. */
export function useRoleDraft(role: RoleRow): RoleDraft {
  const { t, label } = useWords("admin");
  const update = useUpdateRole();
  const before = definitionOf(role);
  const [now, setNow] = useState(before);
  const save = () =>
    update.mutateAsync({ key: role.key, ...changeOf(before, now) }).then(
      () =>
        showUndo(t("roles.saved", { name: label(now.label) }), () =>
          update.mutateAsync({ key: role.key, ...changeOf(now, before) }),
        ),
      // What was refused stands above the matrix.
      () => undefined,
    );
  return {
    now,
    change: (next) => {
      update.reset();
      setNow(next);
    },
    count: countChanges(before, now),
    isSaving: update.isPending,
    problem: update.error,
    save,
    reset: () => {
      update.reset();
      setNow(before);
    },
  };
}
