import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { foreignAnswerer } from './foreign-answerer.ts';
import { graphFiles, openGraph } from './graph-folder.ts';
import type { Gold, Input, QuestionSet } from './question-set.ts';
import { selectRows } from './select-rows.ts';

type Line = { id: string; question: string; sparql?: string; true_results?: Record<string, number> };

/** Whether a folder holds a graph that questions can be asked of. */
export function isGraphSet(data: string, gold: string): boolean {
  return graphFiles(data).length > 0 && existsSync(join(gold, 'questions.jsonl'));
}

/**
 * A graph with questions in `questions.jsonl`, as in CK25 of TEXT2SPARQL'25: JSON lines `{id, question, sparql, true_results}`.
 * Where there are no `true_results`, what the gold query finds is right.
 */
export async function openGraphSet(data: string, gold: string): Promise<QuestionSet> {
  const { store, close } = await openGraph(graphFiles(data));
  const { answer, vocabulary } = await foreignAnswerer(store);
  const file = join(gold, 'questions.jsonl');
  return {
    name: basename(data).replace('text2sparql25-', ''),
    inputs: linesOf(file).map(({ id, question }): Input => ({ id, question })),
    store,
    vocabulary,
    answer,
    close,
    gold: async () => {
      const golds: Gold[] = [];
      for (const { id, sparql, true_results: results } of linesOf(file)) {
        const values = results === undefined ? await valuesOf(sparql ?? '') : Object.keys(results);
        golds.push({ id, values, ...(sparql === undefined ? {} : { sparql }) });
      }
      return golds;
    },
  };

  async function valuesOf(sparql: string): Promise<string[]> {
    return (await selectRows(store, sparql)).flatMap((row) => Object.values(row));
  }
}

function linesOf(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line);
}
