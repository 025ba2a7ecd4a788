import { FormEditorPage } from "@/features/forms/FormEditorPage";
import { form } from "./formRoutes";

export function FormRoute() {
  const { id } = form.useParams();
  return <FormEditorPage key={id} id={id} />;
}
