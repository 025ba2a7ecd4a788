import { useQueryClient } from "@tanstack/react-query";
import { changeCached } from "@/api/cache";
import { keys } from "@/api/keys";
import { ApiProblem } from "@/api/problems";
import { recordQuery } from "@/api/records";
import { usePatch } from "@/api/recordWrites";
import type { RecordRow, Values } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { askFields } from "@/kit/form/askFields";
import type { CompiledObject } from "@/metadata/compile";
import { askConflict } from "./conflict";
import { showUndo } from "./notices";
import { fieldsToAsk } from "./slots";

/**
 * Changes a record from anywhere: asks what the change still needs, shows it at once, settles conflicts, and offers the
 * way back when a message is given. Null when the person gave up; a refusal is thrown to whoever can show it.
 */
export function useChange(object: CompiledObject) {
  const client = useQueryClient();
  const { t } = useWords();
  const patch = usePatch(object.plural);

  const settle = async (record: RecordRow, mine: Values): Promise<RecordRow | null> => {
    const theirs = await client.fetchQuery({ ...recordQuery(object.plural, record.id), staleTime: 0 });
    if ((await askConflict(object, mine, theirs)) === "mine")
      return patch.mutateAsync({ record: theirs, changes: mine });
    changeCached(client, theirs.id, () => theirs);
    return null;
  };

  return async (
    record: RecordRow,
    changes: Values,
    undoMessage?: string,
    undoId?: string,
  ): Promise<RecordRow | null> => {
    const names = fieldsToAsk(object, record, changes);
    const more = names.length ? await askFields(object, record, names) : {};
    if (!more) return null;
    const mine = { ...changes, ...more };
    const before = Object.fromEntries(Object.keys(mine).map((name) => [name, record[name] ?? null]));
    try {
      const answer = await patch.mutateAsync({ record, changes: mine });
      if (undoMessage)
        showUndo(
          undoMessage,
          () =>
            patch
              .mutateAsync({ record: answer, changes: before })
              // What went back may stand in another column, group or list again.
              .then(() => client.invalidateQueries({ queryKey: keys.lists(object.plural) }))
              .catch((problem) => {
                throw problem instanceof ApiProblem && problem.status === 412
                  ? new Error(t("problems.cannotUndo"))
                  : problem;
              }),
          undoId,
        );
      return answer;
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 412) return settle(record, mine);
      throw problem;
    }
  };
}
