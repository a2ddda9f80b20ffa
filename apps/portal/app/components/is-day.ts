/** Whether it is a day of the calendar, "YYYY-MM-DD". */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // A 30th of February is read as a 2nd of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
