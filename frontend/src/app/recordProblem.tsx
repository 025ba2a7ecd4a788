import { Navigate, useParams } from "@tanstack/react-router";
import { ApiProblem } from "@/api/problems";
import { AskAccess } from "@/kit/record/AskAccess";
import { ProblemPage } from "./ProblemPage";

/** The record that another one was merged into, as a refusal names it. */
function heirOf(error: unknown): { id: string; plural: string } | null {
  const heir = error instanceof ApiProblem && error.code === "merged" ? error.extra.merged_into : null;
  return (heir as { id: string; plural: string } | null | undefined) ?? null;
}

/** A record that cannot be shown: it lives on in another one, or the reader may ask for it. */
export function RecordProblem({ error }: { error: unknown }) {
  const { plural, id } = useParams({ strict: false });
  const heir = heirOf(error);
  if (heir) return <Navigate to="/records/$plural/$id" params={heir} replace />;
  const isHidden = error instanceof ApiProblem && (error.status === 404 || error.status === 403);
  if (isHidden && plural && id && error.code !== "unknown_object") return <AskAccess plural={plural} id={id} />;
  return <ProblemPage error={error} />;
}
