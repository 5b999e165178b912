import { plainText, type TextBlock } from '../blocks/block.ts';
import type { Unit } from '../structure/unit.ts';
import { isKeywords, splitKeywords } from './keywords.ts';

/** Units of the abstract and the words of the keywords, taken out of the units of the text. */
export type FrontMatter = { abstract: Unit[]; keywords: string[]; rest: Unit[] };

const abstractName = /^(?:abstract|a b s t r a c t|zusammenfassung|résumé|resumen)$/i;
const runIn = /^(?:abstract)\s*[.:—–-]+\s*(?=\S)/i;
const keywordsName = /^(?:key\s?-?words(?: and phrases)?|index terms)\s*:?$/i;

/** Letters the run-in name of an abstract takes at the start of its text; 0 if there is none. */
export function abstractNameLength(text: string): number {
  return runIn.exec(text)?.[0].length ?? 0;
}

/** Finds abstract and keywords by their headings or by the words they open with. */
export function takeFrontMatter(units: readonly Unit[]): FrontMatter {
  const abstract: Unit[] = [];
  const rest: Unit[] = [];
  const keywords: string[] = [];
  let state: 'text' | 'abstract' | 'keywords' = 'text';
  let seen = false;
  for (const unit of units) {
    if (unit.type === 'heading') {
      state = !seen && abstractName.test(unit.text) ? 'abstract' : keywordsName.test(unit.text) ? 'keywords' : 'text';
      if (state === 'abstract') seen = true;
      if (state === 'text') rest.push(unit);
      continue;
    }
    const text = unit.type === 'area' ? '' : plainText(unit.block);
    if (unit.type === 'text' && isKeywords(text) && rest.every(({ type }) => type !== 'heading')) {
      keywords.push(...splitKeywords(text));
    } else if (state === 'keywords' && unit.type === 'text') keywords.push(...splitKeywords(text));
    else if (state === 'abstract' && (unit.type === 'text' || unit.type === 'item')) abstract.push(unit);
    else if (!seen && unit.type === 'text' && isRunIn(unit.block)) {
      seen = true;
      abstract.push(unit);
      state = 'abstract';
    } else rest.push(unit);
  }
  return { abstract, keywords: [...new Set(keywords)], rest };
}

function isRunIn(block: TextBlock): boolean {
  return runIn.test(plainText(block));
}
