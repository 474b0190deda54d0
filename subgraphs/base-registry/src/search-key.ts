/** How names are compared: without case, diacritics or punctuation, so «s-Gravenhage» is found by «'S gravenhage». */
export function searchKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
