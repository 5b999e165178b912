import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A question to start with. `kind` says what it shows; `papers` are the keys of those it is about. */
const ExampleQuestion = z.object({
  kind: z.enum(['graph', 'text', 'unanswerable']),
  question: z.string(),
  papers: z.array(z.string()),
});
export type ExampleQuestion = z.infer<typeof ExampleQuestion>;

/** Questions about the demo papers. */
const written: readonly ExampleQuestion[] = z
  .array(ExampleQuestion)
  .parse(JSON.parse(readFileSync(new URL('../../assets/example-questions.json', import.meta.url), 'utf8')));

/**
 * One question of each kind: those about the demo papers where these are, else some that any papers answer, or do not.
 * @param titles of the papers that are there, by key
 */
export function exampleQuestions(titles: ReadonlyMap<string, string>): ExampleQuestion[] {
  const fitting = written.filter(({ papers }) => papers.every((key) => titles.has(key)));
  if (fitting.length === written.length) return fitting;
  const [first] = titles;
  if (first === undefined) return [];
  const [key, title] = first;
  return [
    { kind: 'graph', question: `Who are the authors of “${title}”?`, papers: [key] },
    { kind: 'text', question: `What is the aim of “${title}”?`, papers: [key] },
    { kind: 'unanswerable', question: 'What is the boiling point of mercury?', papers: [] },
  ];
}
