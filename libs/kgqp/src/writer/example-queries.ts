import { readdirSync, readFileSync } from 'node:fs';
import { stemOf } from '../linking/stem.ts';
import { splitWords } from '../linking/words.ts';

export type ExampleQuery = { question: string; query: string; stems: ReadonlySet<string> };

const folder = new URL('../../../../ontology/queries/', import.meta.url);

let examples: ExampleQuery[] | undefined;

/** The competency questions of the ontology with their queries, read once; only those that give rows. */
export function exampleQueries(): readonly ExampleQuery[] {
  examples ??= readdirSync(folder)
    .filter((name) => name.endsWith('.rq'))
    .toSorted()
    .flatMap((name) => readExample(readFileSync(new URL(name, folder), 'utf8')));
  return examples;
}

function readExample(text: string): ExampleQuery[] {
  const question = /^# question: (.+)$/mu.exec(text)?.[1];
  const query = text.replaceAll(/^#.*\n|^PREFIX .*\n/gmu, '').trim();
  if (question === undefined || !/^(?:SELECT|ASK)\b/u.test(query)) return [];
  return [{ question, query, stems: stemsOf(question) }];
}

/** The examples that share the most words with a question, each word counted by how few examples have it. */
export function nearestExamples(question: string, count: number): ExampleQuery[] {
  const asked = stemsOf(question);
  const all = exampleQueries();
  const weight = (stem: string) => Math.log(1 + all.length / (1 + all.filter(({ stems }) => stems.has(stem)).length));
  const score = ({ stems }: ExampleQuery) =>
    [...stems].reduce((sum, stem) => sum + (asked.has(stem) ? weight(stem) : 0), 0);
  return all
    .map((example) => ({ example, score: score(example) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ example }) => example);
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(splitWords(text).map(({ plain }) => stemOf(plain)));
}
