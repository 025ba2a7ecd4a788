import { TemplatePage } from "@/features/templates/TemplatePage";
import { template } from "./router";

export function TemplateRoute() {
  const { id } = template.useParams();
  const { at } = template.useSearch();
  return <TemplatePage key={id} id={id} at={at} />;
}
