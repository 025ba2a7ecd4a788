import type { ReactNode } from "react";
import { useWords } from "@/i18n/useWords";
import { useOnce } from "@/kit/useOnce";
import { AssignmentForm } from "./AssignmentForm";
import { useCreateAssignment } from "./offers";

interface Props {
  /** The plural of what is given out. */
  object: string;
  onMade(id: string): void;
  onClose(): void;
  children?: ReactNode;
}

/** A new rule by which records are given out. */
export function NewAssignment({ object, onMade, onClose, children }: Props) {
  const { t } = useWords("automations");
  const { mutateAsync } = useCreateAssignment();
  const once = useOnce();
  const title = t("automations.assignment.title");
  return (
    <AssignmentForm
      title={title}
      verb={title}
      initial={{ name: "", mode: "round_robin", people: [], territories: [] }}
      save={async (said) => {
        const wish = { ...said, object };
        onMade((await once(wish, (key) => mutateAsync({ ...wish, key }))).id);
      }}
      onClose={onClose}
    >
      {children}
    </AssignmentForm>
  );
}
