import type { Role, Sentence } from '@askg/contract';
import { bestOf, scoreLabels } from '../linear-text/linear-weights.ts';
import { type CitationClass, citationClasses } from './classes.ts';
import { clauseOf } from './clause-of.ts';
import { featuresOf } from './features.ts';
import type { CitationFunction } from './functions.ts';
import { loadClassWeights } from './load-weights.ts';
import { citationSign, maskCitations } from '../linear-text/mask-citations.ts';
import { comparesFindings, refineFunction, speaksOfItself } from './refine-function.ts';
import { utf16Spans } from '../linear-text/utf16-spans.ts';

/** How far from a citation its clause is sought, and what of a sentence is read for it, in UTF-16 units: texts can be hostile. */
const reach = 400;
const longest = 2000;

/**
 * Why each citation of a sentence is made, in their order.
 * @param role of the section that the sentence stands in, where it stands in one
 */
export function functionsOf(
  { text, citations }: Pick<Sentence, 'text' | 'citations'>,
  role?: Role,
): CitationFunction[] {
  const spans = utf16Spans(text, citations);
  const masked = maskCitations(text, spans);
  const found = classOf(masked, role);
  const sentence = masked.slice(0, longest);
  return spans.map(({ start, end }) => {
    const before = text.slice(Math.max(0, start - reach), start);
    const around = `${before}${citationSign}${text.slice(end, end + reach)}`;
    return refineFunction(found, maskCitations(clauseOf(around, before.length)), sentence);
  });
}

/** The function that all citations of a sentence have in common whose places in it are not known. */
export function functionOfSentence(text: string, role?: Role): CitationFunction {
  const masked = maskCitations(text);
  return refineFunction(classOf(masked, role), masked, masked);
}

function classOf(masked: string, role?: Role): CitationClass {
  const found = citationClasses[bestOf(scoreLabels(featuresOf(masked), loadClassWeights(), role))] ?? 'background';
  const sentence = masked.slice(0, longest);
  if (found === 'background' && comparesFindings(sentence)) return 'comparison';
  // What such a section says of methods is what others did, unless it speaks of its own.
  if (found === 'use' && role === 'related-work' && !speaksOfItself(sentence)) return 'background';
  return found;
}
