/** An hour of the day as both languages write it on a clock, `09:00`. */
export const hourOf = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
