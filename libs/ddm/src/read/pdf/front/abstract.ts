import { inferRole } from '../../../enrich/section-roles.ts';
import { plainText } from '../blocks/block.ts';
import type { Unit } from '../structure/unit.ts';
import { isKeywords, splitKeywords } from './keywords.ts';

/** Units of the abstract and the words of the keywords, taken out of the units of the text. */
export type FrontMatter = { abstract: Unit[]; keywords: string[]; rest: Unit[] };

const abstractName = /^(?:abstract|a b s t r a c t|zusammenfassung|résumé|resumen)$/i;
const runIn = /^(?:[Aa]bstract|ABSTRACT)\s*[.:—–-]+\s*(?=\S)/;
/** Before the first heading the name may stand there without a sign, set in bold. */
const bareName = /^(?:Abstract|ABSTRACT)\s+(?=["“‘'([]?\p{Lu})/u;
const keywordsName = /^(?:key\s?-?words(?: and phrases)?|index terms)\s*:?$/i;

/** Paragraphs, and words in all, that an abstract without a name has. */
const mostParagraphs = 3;
const fewestWords = 30;
const mostWords = 500;

/** Letters the run-in name of an abstract takes at the start of its text; 0 if there is none. */
export function abstractNameLength(text: string): number {
  return (runIn.exec(text) ?? bareName.exec(text))?.[0].length ?? 0;
}

/** Finds abstract and keywords by their headings, by the words they open with, or by their place before an introduction. */
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
    const isBeforeHeadings = rest.every(({ type }) => type !== 'heading');
    if (unit.type === 'text' && isKeywords(text) && isBeforeHeadings) keywords.push(...splitKeywords(text));
    else if (state === 'keywords' && unit.type === 'text') keywords.push(...splitKeywords(text));
    else if (state === 'abstract' && (unit.type === 'text' || unit.type === 'item')) abstract.push(unit);
    else if (!seen && unit.type === 'text' && (runIn.test(text) || (isBeforeHeadings && bareName.test(text)))) {
      seen = true;
      abstract.push(unit);
      state = 'abstract';
    } else rest.push(unit);
  }
  const unnamed = seen ? [] : unnamedAbstract(rest);
  return {
    abstract: seen ? abstract : unnamed,
    keywords: [...new Set(keywords)],
    rest: rest.filter((unit) => !unnamed.includes(unit)),
  };
}

/** A few paragraphs between the head of a paper and its introduction. */
function unnamedAbstract(units: readonly Unit[]): Unit[] {
  const at = units.findIndex(({ type }) => type === 'heading');
  const heading = units[at];
  if (heading?.type !== 'heading' || inferRole(heading.text) !== 'introduction') return [];
  const before = units.slice(0, at).filter(({ type }) => type !== 'footnote');
  const words = before.reduce(
    (sum, unit) => sum + (unit.type === 'text' ? plainText(unit.block).split(' ').length : 0),
    0,
  );
  const isAbstract =
    before.length <= mostParagraphs &&
    before.every(({ type }) => type === 'text') &&
    words >= fewestWords &&
    words <= mostWords;
  return isAbstract ? before : [];
}
