import { TextInput } from "@mantine/core";
import type { ChannelValueProps } from "./ChannelInput";

export function EmailValue({ name, onChange, ...rest }: ChannelValueProps) {
  return (
    <TextInput
      {...rest}
      type="email"
      inputMode="email"
      aria-label={name}
      flex={1}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
