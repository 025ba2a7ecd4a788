import { useState } from "react";
import { useFileWrites } from "@/api/files";
import type { KeptFile } from "@/api/recordTypes";

export interface Upload {
  key: number;
  name: string;
  share: number;
  problem: unknown;
}

let counter = 0;

/** Files on their way to a record, a few at a time, each with how far it is and what went wrong. */
export function useUploads(plural: string, id: string) {
  const { send } = useFileWrites(plural, id);
  const [uploads, setUploads] = useState<Upload[]>([]);
  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const dismiss = (key: number) => setUploads((all) => all.filter((one) => one.key !== key));

  const take = async (files: readonly File[], of?: KeptFile) => {
    const begun = files.map((file) => {
      counter += 1;
      return { key: counter, file };
    });
    setUploads((all) => [...all, ...begun.map(({ key, file }) => ({ key, name: file.name, share: 0, problem: null }))]);
    for (const { key, file } of begun) {
      try {
        await send.mutateAsync({ file, of, onProgress: (share) => change(key, { share }) });
        dismiss(key);
      } catch (problem) {
        change(key, { problem });
      }
    }
  };
  return { uploads, take, dismiss };
}
