import { useChangeObject } from "@/api/designs";
import type { ObjectDocument, SectionMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { showUndo } from "@/kit/notices";
import { showDesignProblem } from "../design/showDesignProblem";

/** Saves how an object is laid out, and how to take it back. */
export function useLayoutActs(object: ObjectDocument) {
  const { t } = useWords("admin");
  const changing = useChangeObject(object.plural);
  const { sections, columns } = object;
  const saved = (back: Parameters<typeof changing.mutateAsync>[0]) =>
    showUndo(t("layout.saved"), () => changing.mutateAsync(back));
  return {
    async saveSections(next: SectionMeta[]) {
      await changing.mutateAsync({ sections: next });
      saved({ sections });
    },
    async saveColumns(next: string[]) {
      await changing.mutateAsync({ columns: next });
      saved({ columns });
    },
    resetSections: () =>
      changing.mutateAsync({ sections: null }).then(
        () => saved({ sections }),
        (problem) => showDesignProblem(problem, t),
      ),
    resetColumns: () =>
      changing.mutateAsync({ columns: null }).then(
        () => saved({ columns }),
        (problem) => showDesignProblem(problem, t),
      ),
  };
}
