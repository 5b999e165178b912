/** Letters and digits only, in small letters: tokenisers set everything else apart in their own ways. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
