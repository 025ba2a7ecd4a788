import { type ChannelStyle, channelDisplay, cleanChannels } from "./channels";
import { inputOf } from "./inputOf";
import type { Channel, FieldKit } from "./kit";

/** A Spanish number in threes, any other with its digits in threes after the country's prefix as stored. */
export function spacedPhone(value: string): string {
  const spanish = /^\+34(\d{3})(\d{3})(\d{3})$/.exec(value);
  if (spanish) return `+34 ${spanish[1]} ${spanish[2]} ${spanish[3]}`;
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(value);
  if (american) return `+1 ${american[1]} ${american[2]} ${american[3]}`;
  return value;
}

const STYLE: ChannelStyle = {
  href: (value) => `tel:${value.replace(/[^\d+]/g, "")}`,
  show: spacedPhone,
};

export const phone: FieldKit<Channel[]> = {
  display: channelDisplay(STYLE),
  input: inputOf("phone"),
  commit: "button",
  width: 150,
  isEmpty: (value) => value.length === 0,
  clean: cleanChannels,
};
