import { Avatar } from "@mantine/core";
import { useLogo } from "@/api/company";

/** The company's own picture, or its initials until it has one. */
export function CompanyMark({ name, size }: { name: string; size: number }) {
  const logo = useLogo();
  return (
    <Avatar
      src={logo ?? null}
      name={name}
      alt=""
      size={size}
      radius="md"
      color="albahaca"
      aria-hidden
      imageProps={{ style: { objectFit: "contain" } }}
    />
  );
}
