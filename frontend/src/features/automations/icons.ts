import {
  IconArrowsSplit2,
  IconBell,
  IconBolt,
  IconClock,
  IconFlag,
  IconHourglass,
  IconListCheck,
  IconMail,
  IconPencil,
  IconPlus,
  IconUserCheck,
  IconWebhook,
} from "@tabler/icons-react";
import type { StepKind } from "@/api/automations";

const OF_ACTIONS: Record<string, typeof IconBolt> = {
  send_mail: IconMail,
  add_to_list: IconListCheck,
  create_record: IconPlus,
  update_record: IconPencil,
  assign: IconUserCheck,
  notify: IconBell,
  call_webhook: IconWebhook,
};

const OF_KINDS: Record<StepKind, typeof IconBolt> = {
  action: IconBolt,
  wait: IconClock,
  wait_until: IconHourglass,
  branch: IconArrowsSplit2,
  stop: IconFlag,
};

export const iconOfStep = (kind: StepKind, action?: string) =>
  (kind === "action" && OF_ACTIONS[action ?? ""]) || OF_KINDS[kind];
