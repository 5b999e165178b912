import { type FlowText, sliceFlow } from '../text/flow-text.ts';

/** Letters and digits that a text needs to be looked for: shorter ones stand anywhere. */
const fewestLetters = 4;

/** A flow whose letters and digits can be searched, whatever stands between them; `ranges` are their offsets in it. */
export type Searchable = { flow: FlowText; letters: string; ranges: { start: number; end: number }[] };

export function searchable(flow: FlowText): Searchable {
  let letters = '';
  const ranges: Searchable['ranges'] = [];
  let start = 0;
  for (const character of flow.text) {
    const end = start + character.length;
    const folded = foldLetters(character);
    letters += folded;
    for (let i = 0; i < folded.length; i++) ranges.push({ start, end });
    start = end;
  }
  return { flow, letters, ranges };
}

/** The first place where a text stands, as whole words. Case, accents, signs and spaces make no difference. */
export function findText(text: string, { flow, letters, ranges }: Searchable): FlowText | undefined {
  const wanted = foldLetters(text);
  if (wanted.length < fewestLetters) return undefined;
  for (let i = letters.indexOf(wanted); i >= 0; i = letters.indexOf(wanted, i + 1)) {
    const start = ranges[i]?.start ?? 0;
    const end = ranges[i + wanted.length - 1]?.end ?? start;
    const joins = [ranges[i - 1]?.end === start && start - 1, ranges[i + wanted.length]?.start === end && end];
    if (joins.every((at) => at === false || isRaised(flow, at))) return sliceFlow(flow, start, end);
  }
  return undefined;
}

/** A raised sign is no part of the word that it stands on. */
function isRaised({ places }: FlowText, offset: number): boolean {
  return places.some(({ script, start, end }) => script !== 'base' && start <= offset && offset < end);
}

function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
