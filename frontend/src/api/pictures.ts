import { useMutation } from "@tanstack/react-query";
import { api, body } from "./client";
import type { Answer } from "./types";
import { useNewFile } from "./uploads";

export type Picture = Answer<"/v1/pictures", "post">;

/** Uploads a picture of a mail, which everybody may see from then on, and answers where it lies. */
export function useNewPicture() {
  const upload = useNewFile();
  return useMutation({
    mutationFn: async (wish: { file: File; onProgress(share: number): void }): Promise<Picture> => {
      const { id } = await upload.mutateAsync(wish);
      return body(api.POST("/v1/pictures", { body: { file: id } }));
    },
  });
}
