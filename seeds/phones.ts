/** Made landline numbers of Yangzhou (0514), all with 00 in the middle so that none is likely to be somebody's. */
export function phone(index: number): string {
  return `0514-8${String(Math.floor(index / 1000) % 10)}00${String(index % 1000).padStart(3, '0')}${index % 7}`;
}
