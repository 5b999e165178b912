/** The marker of a list item at the start of a line. */
export type ListMarker = { marker: string; ordered: boolean; length: number };

const bullet = /^([•◦▪‣∙●○■□–—*·➢➤✓✔❖\uFFFD-]|o(?= ))\s+(?=\S)/u;
const ordered = /^(\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)/u;

export function listMarker(text: string): ListMarker | undefined {
  const bulleted = bullet.exec(text);
  if (bulleted) return { marker: bulleted[1] ?? '', ordered: false, length: bulleted[0].length };
  const numbered = ordered.exec(text);
  if (numbered) return { marker: numbered[1] ?? '', ordered: true, length: numbered[0].length };
  return undefined;
}
