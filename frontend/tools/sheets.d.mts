export function withSheets(code: string, files: readonly string[]): string;
