import type { Support } from '@askg/contract';
import type { CitablePaper } from '../evidence/citable-paper.ts';
import type { CitableUnit } from '../evidence/citable-unit.ts';
import type { CorpusView } from '../evidence/corpus-view.ts';
import { escapeRegExp } from '../escape-reg-exp.ts';
import { quote } from '../evidence/quote.ts';
import type { Aspect } from './aspect.ts';
import { type Cell, emptyCell } from './cell.ts';
import { shortTitle } from './short-title.ts';

const named: Support = { label: 'supported', score: 1, method: 'the name stands in the quotes' };

/** How much it tells that a name stands in a keyword, and from how much on the name is told. */
const ofKeyword = 2;
const toldAt = 2;
/** Names that a cell lists. */
const mostNames = 6;

const things =
  'packages?|librar(?:y|ies)|code|language|notebooks?|tutorials?|modules?|scripts?|environments?|programming|tools?|tool-?kits?|frameworks?|implementation|examples?|exercises?|training|courses?';

/** A cell of the names of one kind that a paper says it is made with: in its keywords, or in words such as “written in …”. */
export function namesCell({ name, names }: Aspect, paper: CitablePaper, view: CorpusView): Cell {
  if (names === undefined || !view.isStanding(paper.key)) return emptyCell;
  const found = [...names]
    .map((each) => ({ name: each, ...evidenceOf(each, paper) }))
    .filter(({ score }) => score >= toldAt)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostNames);
  if (found.length === 0) return emptyCell;
  const values = found.map((each) => ({
    text: each.name,
    quotes: each.units.map((unit) => quote(view.place(paper, unit))),
  }));
  const parts = values.map(({ text: value, quotes }, i) => ({ text: `${i === 0 ? '' : ', '}${value}`, quotes }));
  const lead = { text: `${shortTitle(paper.title)}, ${name}: `, quotes: [] };
  const claim = { separator: '', parts: [lead, ...parts, { text: '.', quotes: [] }], support: named, rows: [] };
  const text = found.map((each) => each.name).join(', ');
  return { text, verdict: 'supported', claims: [claim], values };
}

/** What of a paper tells that it is made with something of this name: the keyword, and the sentence that tells most. */
function evidenceOf(name: string, { units }: CitablePaper): { score: number; units: CitableUnit[] } {
  const word = String.raw`(?<![\p{L}\p{N}.])${escapeRegExp(name)}(?![\p{L}\p{N}+#]|\.\p{L})`;
  const inAnyCase = new RegExp(word, 'iu');
  const keyword = units.find(({ kind, id, text }) => kind === 'metadata' && /^kw\d+$/.test(id) && inAnyCase.test(text));
  const made = new RegExp(
    String.raw`\b(?:written|implemented|programmed|developed|coded|scripted|built|based)(?: \p{L}+)? (?:in|with|on) (?:the )?${word}`,
    'u',
  );
  const kind = new RegExp(
    String.raw`${word}(?:[ -](?:based|driven|language))?[ -](?:\p{L}+ )?(?:${things})\b|${word}-(?:based|driven)`,
    'u',
  );
  const used = new RegExp(String.raw`\b(?:in|using|with|of|through|and) (?:the )?${word}`, 'u');
  const sentences = units
    .filter((unit) => unit.kind !== 'metadata' && !unit.flagged && !unit.text.includes('\n'))
    .map((unit) => ({
      unit,
      score: made.test(unit.text) ? 3 : kind.test(unit.text) ? 2 : used.test(unit.text) ? 1 : 0,
    }))
    .filter(({ score }) => score > 0);
  const [best] = sentences.toSorted((a, b) => b.score - a.score || a.unit.order - b.unit.order);
  return {
    score: (keyword ? ofKeyword : 0) + (best?.score ?? 0),
    units: [keyword, best?.unit].filter((unit) => unit !== undefined),
  };
}
