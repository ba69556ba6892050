/**
 * The one rule of who answers for what: a division covers every code it is a prefix of. `3210` is the city,
 * `321003` a county, `321003103` a town, twelve digits a village.
 * @param divisions of a member of staff
 * @param code of a town, a village, or of a service point's division
 */
export function covers(divisions: readonly string[], code: string): boolean {
  return divisions.some((division) => division.length > 0 && code.startsWith(division));
}
