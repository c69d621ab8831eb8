/** The path of an entrance's first screen. */
export function homePath(base: string): string {
  return base === '' ? '/' : base;
}
