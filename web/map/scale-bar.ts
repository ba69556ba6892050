/** A round length that fits into so many px: `{ metres, widthPx, label }`, label in 米 or 公里. */
export function scaleBar(
  metresPerPx: number,
  mostPx: number,
): { metres: number; widthPx: number; label: string } {
  const most = metresPerPx * mostPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].find((candidate) => candidate * power <= most)!;
  const metres = step * power;
  const label = metres >= 1000 ? `${metres / 1000} 公里` : `${metres} 米`;
  return { metres, widthPx: metres / metresPerPx, label };
}
