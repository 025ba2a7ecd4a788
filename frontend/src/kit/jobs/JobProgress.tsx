import { Progress } from "@mantine/core";
import type { Job } from "@/api/types";
import { shareOf, useJobWords } from "./jobWords";

/** How far a job is, as a bar; a moving one while nobody knows how much there is to do. */
export function JobProgress({ job }: { job: Job }) {
  const words = useJobWords();
  const share = shareOf(job);
  return (
    <Progress.Root size="sm">
      <Progress.Section
        value={share ?? 100}
        animated={share === null}
        striped={share === null}
        aria-label={words.title(job)}
      />
    </Progress.Root>
  );
}
