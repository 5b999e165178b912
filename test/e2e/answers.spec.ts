import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, jest } from '@jest/globals';
import { Answer, AnswerDiff, Question } from '@askg/contract';
import { isSealed } from '@askg/corpus';
import { root, useAskg } from './testing/askg.ts';

// Each command is a process or several; a busy machine takes its time.
jest.setTimeout(240_000);
const askg = useAskg();
const paper = join(root, 'test', 'fixtures', 'jats', 'plos-2013-excerpt.xml');
const title = 'The Relationship between Leukocyte Mitochondrial DNA Copy Number and Telomere Length';
const question = `Who wrote "${title} in Community-Dwelling Elderly Women"?`;

const diffOf = (out: string): AnswerDiff => AnswerDiff.parse((JSON.parse(out) as { diff: unknown }).diff);

it('an answer can be asked again, on the graph as it is and as it was, judged, and given out', async () => {
  await askg.run(['ingest', paper, '--wait', 'indexed']);
  const asked = await askg.run(['ask', question, '--json']);
  const answer = Answer.parse(JSON.parse(asked.out));
  expect(isSealed(answer)).toBe(true);
  expect(answer).toMatchObject({ settings: { model: 'none' }, plan: expect.any(Array), evidence: expect.any(Array) });
  expect(answer.claims.flatMap(({ rows }) => rows).length).toBeGreaterThan(0);
  const { id } = answer;
  const listed = await askg.run(['answers', '--json']);
  expect(JSON.parse(listed.out)).toMatchObject([{ id, question }]);

  // The paper is read again, with another author.
  const text = readFileSync(paper, 'utf8');
  const changed = askg.folder('changed.xml');
  writeFileSync(changed, text.replaceAll('Hyoweon', 'Hyowoon'));
  await askg.run(['ingest', changed, '--wait', 'indexed']);

  const { url } = await askg.serve();
  const again = await askg.run(['answers', 'rerun', id, '--json']);
  expect([again.code, again.err]).toEqual([0, '']);
  expect(diffOf(again.out)).toMatchObject({ on: 'current', same: false, from: { id } });
  expect(JSON.stringify(diffOf(again.out).rows)).toMatch(/Hyoweon.*Hyowoon/);
  const kept = await askg.run(['answers', 'rerun', id, '--on', 'kept', '--json']);
  expect(diffOf(kept.out)).toMatchObject({ on: 'kept', same: true, rows: [], quotes: [], queries: [] });

  const judged = await fetch(`${url}/api/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ answer: id, claim: 0, judgement: 'right', note: 'As in the paper.' }),
  });
  expect(judged.status).toBe(200);
  const set = askg.folder('questions.json');
  expect((await askg.run(['answers', 'feedback', '--export', set])).code).toBe(0);
  const [expected] = Question.array().parse(JSON.parse(readFileSync(set, 'utf8')));
  expect(expected).toMatchObject({ question, kind: 'graph', verdict: 'supported' });
  expect(JSON.stringify(expected?.expect.values)).toContain('Hyoweon');

  const bibtex = await askg.run(['export', id, '--format', 'bibtex']);
  expect(bibtex.out).toMatch(/^@article\{10\.1371.journal\.pone\.0067227,[^]*Leukocyte/);
  const crate = await fetch(`${url}/api/answers/${id}?format=ro-crate`);
  expect([crate.status, crate.headers.get('content-type')]).toEqual([200, 'application/zip']);
});

it('an answer on a commit that was forgotten cannot be checked any more, which is said', async () => {
  await askg.run(['ingest', paper, '--wait', 'indexed']);
  const { id } = Answer.parse(JSON.parse((await askg.run(['ask', question, '--json'])).out));
  const changed = askg.folder('changed.xml');
  writeFileSync(changed, readFileSync(paper, 'utf8').replaceAll('Hyoweon', 'Hyowoon'));
  await askg.run(['ingest', changed, '--wait', 'indexed']);
  expect((await askg.run(['gc'])).code).toBe(0);
  const { code, err } = await askg.run(['answers', 'rerun', id, '--on', 'kept']);
  expect([code, err]).toEqual([3, expect.stringContaining('corpus/unknown-commit')]);
});
