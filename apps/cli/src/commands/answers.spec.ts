import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Answer, AnswerDiff, Question } from '@askg/contract';
import { Corpus } from '@askg/corpus';
import { run, type Ran } from '../testing/run.ts';

const example = Answer.parse(
  JSON.parse(readFileSync(new URL('../../../../docs/examples/answer.json', import.meta.url), 'utf8')),
);

let folder: string;
const answers = (...words: string[]): Promise<Ran> => run(['answers', ...words], { ASKG_DATA: join(folder, 'data') });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'askg-answers-'));
  const clock = { now: new Date('2025-01-02T03:04:05.000Z') };
  const corpus = Corpus.create(join(folder, 'data'), {
    baseIri: 'http://localhost:3000/id/',
    clock: () => clock.now,
  });
  corpus.answers.put({ ...example, id: 'first' });
  clock.now = new Date('2025-01-03T03:04:05.000Z');
  corpus.answers.put({ ...example, id: 'second', verdict: 'not-in-corpus', answer: '', claims: [] });
  corpus.feedback.put({ answer: 'first', claim: 0, judgement: 'right' }, 'one');
  corpus.feedback.put({ answer: 'first', judgement: 'wrong', note: 'A note\nof two lines' }, 'two');
  corpus.feedback.put({ answer: 'second', judgement: 'wrong' }, 'two');
  corpus.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('askg answers', () => {
  it('lists them, the newest first', async () => {
    const { out } = await answers();
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^second +2025-01-03T03:04 +not-in-corpus +Which R package/),
      expect.stringMatching(/^first +2025-01-02T03:04 +supported +Which R package/),
    ]);
    expect(JSON.parse((await answers('list', '--json')).out)).toMatchObject([{ id: 'second' }, { id: 'first' }]);
  });

  it('shows one as it is kept, with its hash', async () => {
    const kept = Answer.parse(JSON.parse((await answers('show', 'first', '--json')).out));
    const { out, err } = await answers('show', 'first');
    expect(out).toMatch(/^Which R package .*\n\nChoropleth maps are made with the tmap package \[1\]\./);
    expect(err).toContain(`hash ${kept.hash}`);
  });

  it('tells what is different between two', async () => {
    const { code, out } = await answers('diff', 'first', 'second');
    expect([code, out]).toEqual([0, expect.stringContaining('verdict: supported -> not-in-corpus\n')]);
    expect(out).toContain('claim gone: Choropleth maps are made with the tmap package.\n');
    const diff = AnswerDiff.parse(JSON.parse((await answers('diff', 'first', 'first', '--json')).out));
    expect(diff.same).toBe(true);
  });

  it('lists what was said of them, and gives it out as questions', async () => {
    const { out } = await answers('feedback', 'first');
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.replaceAll(/ +/g, ' ')),
    ).toEqual(['first answer wrong A note of two lines', 'first claim 0 right']);
    const file = join(folder, 'questions.json');
    const { err } = await answers('feedback', '--export', file);
    expect(err).toMatch(/^Wrote 1 question to .*\nOf 1 answer nobody told what is right: second\.\n$/);
    const questions = Question.array().parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(questions).toMatchObject([
      { id: 'feedback-first', expect: { sentences: [{ paper: '10.21105_jose.00173' }] } },
    ]);
    const unwritable = await answers('feedback', '--export', join(folder, 'no', 'file.json'));
    expect([unwritable.code, unwritable.err]).toEqual([3, expect.stringContaining('cli/unwritable')]);
  });

  it('forgets one', async () => {
    expect(await answers('rm', 'second')).toMatchObject({ code: 0 });
    expect((await answers('feedback')).out).not.toContain('second');
  });

  it.each([[['show', 'none']], [['diff', 'first', 'none']], [['rm', 'none']], [['feedback', 'none']]])(
    'refuses an id that it does not know: %j',
    async (words) => {
      expect(await answers(...words)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('corpus/unknown-answer'),
      });
    },
  );

  it('are given out like papers, in the formats that they have', async () => {
    const environment = { ASKG_DATA: join(folder, 'data') };
    const { out } = await run(['export', 'first', '--format', 'markdown'], environment);
    expect(out).toMatch(/^# Which R package do they use for choropleth maps\?\n/);
    const crate = await run(['export', 'first', '--format', 'ro-crate', '--out', join(folder, 'crate')], environment);
    expect(crate.out.split('\n')).toEqual(expect.arrayContaining(['ro-crate-metadata.json', 'answer.md']));
    const turtle = await run(['export', 'first', '--format', 'turtle'], environment);
    expect([turtle.code, turtle.err]).toEqual([2, expect.stringContaining('cli/wrong-use')]);
  });
});
