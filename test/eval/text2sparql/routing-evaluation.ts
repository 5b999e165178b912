import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { analyseQuestion } from '@askg/kgqp';
import type { EvaluationReport } from '../main.ts';
import { meanFigure, seed } from './intervals.ts';
import { sampled } from './predict.ts';
import { unzipped } from './recorded-set.ts';
import { versions } from './versions.ts';

type Line = { id: string; question: string; answer: string; author_dblp_uri: string | Record<string, string>[] };

const structured = 0.3;

/** Whether a folder holds the Scholarly hybrid QALD questions: two graphs and texts, none of which are there. */
export function isRoutingSet(folder: string): boolean {
  return existsSync(join(folder, 'train.jsonl.gz')) && !existsSync(join(folder, 'valid'));
}

/**
 * Routing and linking alone: a question whose answer is a number needs a query, one whose answer is several words of prose
 * needs a text; and a title in quotes, or the author's name where the question says it, must be among the phrases to look up.
 */
export function evaluateRouting(folder: string, sample: number | undefined): EvaluationReport {
  const lines = unzipped(join(folder, 'train.jsonl.gz'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  const chosen = sampled(lines, sample);
  const analysed = new Map(chosen.map(({ id, question }) => [id, analyseQuestion(question)]));
  const name = basename(folder);
  const isStructured = ({ id }: Line) => (analysed.get(id)?.structured ?? 0) >= structured;
  const ofNumber = chosen.filter(({ answer }) => /^[\d.,]+$/u.test(answer));
  const ofProse = chosen.filter(({ answer }) => answer.split(/\s+/u).length >= 4);
  const linked = chosen.flatMap((line) => {
    const right = namesIn(line);
    const phrases = (analysed.get(line.id)?.phrases ?? []).map(letters);
    return right.map((wanted) => Number(phrases.some((phrase) => phrase.includes(wanted))));
  });
  return {
    name,
    figures: [
      {
        name: `${name}, questions (neither graphs nor texts are there: routing and linking alone)`,
        value: chosen.length,
        unit: '',
      },
      meanFigure(
        `${name}, of those answered by a number, taken for a query`,
        ofNumber.map((each) => Number(isStructured(each))),
      ),
      meanFigure(
        `${name}, of those answered by prose, taken for a text`,
        ofProse.map((each) => Number(!isStructured(each))),
      ),
      { name: `${name}, names that a question says`, value: linked.length, unit: '' },
      meanFigure(`${name}, of these, found as a phrase`, linked),
    ],
    details: { versions: versions(), seed, ofNumber: ofNumber.length, ofProse: ofProse.length },
  };
}

/** Titles in quotes, and the author by the name that is in the address, where the question has it. */
function namesIn({ question, author_dblp_uri: author }: Line): string[] {
  const titles = [...question.matchAll(/(?:^|\s)['"‘“]([^'"’”]{8,})['"’”]/gu)].map(([, title]) => letters(title ?? ''));
  const people = (typeof author === 'string' ? [author] : author.flatMap((one) => Object.values(one))).map((iri) =>
    letters(iri.replace(/>$/u, '').replace(/^.*\//u, '')),
  );
  return [...titles, ...people.filter((person) => person.length > 4 && letters(question).includes(person))];
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/gu, '');
}
