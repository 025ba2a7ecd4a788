/** A file that the bundler makes alone; `source` is the file of the portal by which it is asked for, if it is. */
export interface Chunk {
  name: string;
  source: string | null;
  imports: string[];
  modules: string[];
  code: string;
}

export function bundlesOf(chunks: readonly Chunk[]): Map<string, string>;
