import { WebhookPage } from "@/features/webhooks/WebhookPage";
import { webhook } from "./marketingRoutes";

export function WebhookRoute() {
  const { id } = webhook.useParams();
  return <WebhookPage key={id} id={id} />;
}
