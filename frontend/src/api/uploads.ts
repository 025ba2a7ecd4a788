import { useMutation } from "@tanstack/react-query";
import type { FileValue } from "@/fields/kit";
import { api, body } from "./client";
import { ApiProblem } from "./problems";

/** Sends a file straight to storage with the form that the API signed, telling how far it is. */
export function upload(url: string, fields: Record<string, unknown>, file: File, onProgress: (share: number) => void) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  form.append("file", file);
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () =>
      request.status < 300
        ? resolve()
        : reject(new ApiProblem(request.status, { code: request.status === 400 ? "file_too_large" : "upload_failed" }));
    request.onerror = () => reject(new ApiProblem(0, { code: "upload_failed" }));
    request.open("POST", url);
    request.send(form);
  });
}

interface NewFile {
  file: File;
  onProgress(share: number): void;
}

/** Uploads a file for a record that is yet to be saved: a field of it claims the file by its id. */
export function useNewFile() {
  return useMutation({
    mutationFn: async ({ file, onProgress }: NewFile): Promise<FileValue> => {
      const { name, size, type } = file;
      const ticket = await body(api.POST("/v1/files", { body: { name, size, type } }));
      await upload(ticket.upload.url, ticket.upload.fields, file, onProgress);
      const done = await body(api.POST("/v1/files/{id}/complete", { params: { path: { id: ticket.file.id } } }));
      if (done.state !== "ready") throw new ApiProblem(422, { code: done.reason ?? "file_refused" });
      return { id: done.id, name: done.name, size: done.size, type: done.type };
    },
  });
}
