import { Stack } from "@mantine/core";
import { useMe } from "@/api/me";
import { FirstSteps } from "./FirstSteps";
import { SampleData } from "./SampleData";

/** What a new workspace sees above its day: the sample firm and the first steps, until they are put away. */
export function Welcome() {
  const { user } = useMe();
  return (
    <Stack gap="md">
      {user.role === "admin" && <SampleData />}
      <FirstSteps />
    </Stack>
  );
}
