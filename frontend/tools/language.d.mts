export function differences(): string[];
export function strays(): string[];
