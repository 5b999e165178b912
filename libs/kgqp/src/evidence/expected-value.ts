import { type AspectName, aspectAsked, tellsAspect } from './aspects.ts';
import { stem, wordsOf } from './words.ts';

type PlainForm = 'duration' | 'version' | 'date' | 'percentage' | 'money' | 'number';

/** What form of value a question asks for. `of` are stems of the things that are counted. */
export type ExpectedValue =
  { form: 'count'; of: readonly string[] } | { form: PlainForm } | { form: 'aspect'; name: AspectName };

const forms: readonly (readonly [PlainForm, RegExp])[] = [
  ['percentage', /\b(?:what|which) (?:percentage|per ?cent|proportion|share|fraction)\b/i],
  ['version', /\b(?:what|which) (?:\w+ )?(?:version|release)s?\b/i],
  ['date', /\b(?:(?:what|which|in what) (?:year|month|date)|when (?:was|were|does|do|did|is|will|has|have))\b/i],
  ['duration', /\bhow long (?:does|do|did|is|are|was|were|will|can|has|have)\b/i],
  [
    'money',
    /\bhow much\b.*\b(?:costs?|pa(?:y|ys|id)|charged?|prices?|fees?|funding)\b|\b(?:what|which) (?:prices?|costs?|fees?)\b|\bwhat (?:do|does|did)\b.*\bcost\b/i,
  ],
  ['number', /\b(?:how (?:much|large|big|fast|heavy|far|old|high|deep|tall)|(?:what|which) number)\b/i],
];

const countPattern = /\bhow many ((?:[\p{L}\p{N}-]+\s?){1,4})/iu;

const numberWord =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty|hundred|thousand|million|dozens?|half|single|one)';
const year = '(?:1[89]|20)\\d\\d';
const figure = `(?!${year}\\b)\\d[\\d.,]*`;
const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const span = '(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|semesters?|terms?|decades?|ms|min|h)';

const patterns: Record<PlainForm, RegExp> = {
  percentage: /\d\s?%|\bper ?cent\b|\b(?:half|third|quarter|majority)\b/iu,
  version: /\b(?:versions?|releases?|v)\.?\s?\d|(?<![\d(])\d+\.\d+(?:\.\d+)*(?![\d)%])/iu,
  date: new RegExp(`\\b${year}\\b|\\b${month}\\b`, 'u'),
  duration: new RegExp(
    `\\b(?:${figure}|${numberWord}|an?)(?:[\\s-]+\\p{L}+)?[\\s-]+${span}\\b|\\b${span}-long\\b`,
    'iu',
  ),
  money: /[$€£¥]|\b(?:USD|EUR|GBP|dollars?|euros?|pounds?|cents?|free of charge|(?:no|without) (?:charge|costs?))\b/iu,
  number: new RegExp(`\\b(?:${figure}|${numberWord})\\b`, 'iu'),
};
const isNumber = new RegExp(`^(?:${figure}|${numberWord})$`, 'iu');

/** How many words may stand between a number and what it counts: “12 very eager first-year students”. */
const reach = 4;

/** The form of value that a question asks for; undefined when it asks for something that has no form. */
export function expectedValue(question: string): ExpectedValue | undefined {
  const counted = countPattern.exec(question)?.[1];
  if (counted !== undefined) return { form: 'count', of: countedThings(counted) };
  const form = forms.find(([, pattern]) => pattern.test(question))?.[0];
  if (form !== undefined) return { form };
  const name = aspectAsked(question);
  return name === undefined ? undefined : { form: 'aspect', name };
}

/** How far a text holds such a value: 1, or 0.5 for a number that counts something else or words that may mean another thing, or 0. */
export function holdsValue(expected: ExpectedValue, text: string): number {
  if (expected.form === 'aspect') return tellsAspect(expected.name, text);
  if (expected.form !== 'count') return patterns[expected.form].test(text) ? 1 : 0;
  const words = wordsOf(text);
  const stems = words.map(stem);
  const numbers = words.flatMap((word, i) => (isNumber.test(word) ? [i] : []));
  const counts = numbers.some((at) => stems.slice(at + 1, at + 1 + reach).some((word) => expected.of.includes(word)));
  return counts ? 1 : numbers.length > 0 ? 0.5 : 0;
}

const endsThings = /^(?:of|in|on|at|for|from|to|by|with|are|is|was|were|do|does|did|has|have|had|can|will|the|a|an)$/i;

/** “weeks of study does the” counts weeks; “undergraduate students have” counts students, also when called undergraduates. */
function countedThings(words: string): string[] {
  const things: string[] = [];
  for (const word of wordsOf(words)) {
    if (endsThings.test(word)) break;
    things.push(stem(word));
  }
  return things;
}
