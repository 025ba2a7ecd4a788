import { type ChannelStyle, channelDisplay, cleanChannels } from "./channels";
import { inputOf } from "./inputOf";
import type { Channel, FieldKit } from "./kit";

const STYLE: ChannelStyle = {
  href: (value) => `mailto:${value}`,
  show: (value) => value,
};

export const email: FieldKit<Channel[]> = {
  display: channelDisplay(STYLE),
  input: inputOf("email"),
  commit: "button",
  width: 220,
  isEmpty: (value) => value.length === 0,
  clean: cleanChannels,
};
