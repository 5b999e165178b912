import type { Sentence } from '@askg/contract';

/** The text of a sentence without its citations and the brackets that held nothing else. */
export function withoutMarks({ text, citations }: Pick<Sentence, 'text' | 'citations'>): string {
  if (citations.length === 0) return text;
  const points = [...text];
  let kept = '';
  let from = 0;
  for (const { start, end } of citations) {
    if (start < from) continue;
    kept += points.slice(from, start).join('');
    from = end;
  }
  kept += points.slice(from).join('');
  return kept.replaceAll(/\s?[([][\s,;–-]*[)\]]/gu, '');
}
