import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { PassageIndex } from '@askg/retrieval';
import { questionsOfCorpus, readQuestions } from './question-set.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function file(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'questions-'));
  folders.push(folder);
  const path = join(folder, 'questions.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const question = (id: string, ...sentences: string[]) => ({
  id,
  question: `What of ${id}?`,
  kind: 'text' as const,
  verdict: 'supported' as const,
  expect: { sentences: sentences.map((text) => ({ paper: 'p', text })) },
});

/** An index of two passages, which finds both for any words. */
const index = {
  searchWords: () =>
    Promise.resolve(
      ['Trees grow.\nLeaves  fall in autumn.', 'Cars need roads.'].map((text, i) => ({
        passage: { iri: `i${i}`, text },
        score: 1,
      })),
    ),
} as unknown as PassageIndex;

describe('a set of questions', () => {
  it('leaves out what is held out, whatever it looks like', () => {
    const path = file([question('dev-1', 'x'), { id: 'test-1', secret: true }]);
    expect(readQuestions(path).map(({ id }) => id)).toEqual(['dev-1']);
  });

  it('is refused where it is of another form', () => {
    expect(() => readQuestions(file('{'))).toThrow(/questions\.json/);
    expect(() => readQuestions(file([{ id: 'dev-1' }]))).toThrow(/question/);
    expect(() => readQuestions('/no/such/file')).toThrow(expect.objectContaining({ code: 'cli/unreadable' }));
  });

  it('is answered by the passages that hold a known sentence; questions without one are counted', async () => {
    const questions = [question('a', 'Leaves fall in autumn.'), question('b', 'Nobody says this.'), question('c')];
    const set = await questionsOfCorpus('mine', questions, index);
    expect(set.questions).toEqual([{ id: 'a', text: 'What of a?' }]);
    expect([...set.judgements]).toEqual([['a', new Map([['i0', 1]])]]);
    expect(set.leftOut).toBe(2);
  });
});
