import { type ChannelStyle, channelDisplay, channelInput, cleanChannels } from "./channels";
import type { Channel, FieldKit } from "./kit";

const STYLE: ChannelStyle = {
  labels: ["work", "home", "other"],
  type: "email",
  href: (value) => `mailto:${value}`,
  show: (value) => value,
};

export const email: FieldKit<Channel[]> = {
  display: channelDisplay(STYLE),
  input: channelInput(STYLE),
  commit: "button",
  width: 220,
  isEmpty: (value) => value.length === 0,
  clean: cleanChannels,
};
