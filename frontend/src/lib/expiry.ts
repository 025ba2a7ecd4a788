const DAY = 86_400_000;

/** The instant so many days from now, as the API takes it. */
export const expiryIn = (days: number, now = Date.now()) => `${new Date(now + days * DAY).toISOString().slice(0, 19)}Z`;
