import { useNavigate } from "@tanstack/react-router";
import { useClone } from "@/api/clone";
import { ApiProblem } from "@/api/problems";
import { useDelete } from "@/api/recordWrites";
import type { RecordRow, Values } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/form/create";
import { useOnce } from "@/kit/useOnce";
import { type CompiledObject, isEditable, nameOf } from "@/metadata/compile";
import { showProblem, showUndo } from "../notices";

/** Makes a second record like the first and opens it; what must differ is asked in the form. */
export function useCopy(object: CompiledObject) {
  const { t } = useWords();
  const navigate = useNavigate();
  const once = useOnce();
  const clone = useClone(object.plural);
  const remove = useDelete(object.plural);
  const open = (id: string) => navigate({ to: "/records/$plural/$id", params: { plural: object.plural, id } });

  return async (record: RecordRow) => {
    const field = object.fields.get(object.nameField);
    const name = record[object.nameField];
    const changes: Values =
      field?.type === "text" && isEditable(field) && typeof name === "string"
        ? { [field.name]: t("record.copyOf", { name }).slice(0, field.max_length ?? undefined) }
        : {};
    try {
      const made = await once([record.id, changes], (key) => clone.mutateAsync({ id: record.id, changes, key }));
      await open(made.id);
      showUndo(t("record.cloned", { name: nameOf(made, object.nameField) }), async () => {
        await open(record.id);
        await remove.mutateAsync(made);
      });
    } catch (problem) {
      if (!(problem instanceof ApiProblem) || !problem.errors.length) return showProblem(problem);
      const refused = new Set(problem.errors.map((error) => error.field.split(".")[0]));
      const given = Object.fromEntries(
        [...object.fields.values()]
          .filter((one) => isEditable(one) && !one.unique && one.type !== "file" && !refused.has(one.name))
          .flatMap((one) => (record[one.name] === undefined ? [] : [[one.name, record[one.name]]])),
      );
      openCreate({ plural: object.plural, given });
    }
  };
}
