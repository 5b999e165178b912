import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Citation } from '@askg/contract';
import { describe, expect, it } from '@jest/globals';
import { migrations } from '../catalog/migrations.ts';
import { createCatalog, openCatalog } from '../catalog/open-catalog.ts';
import { Corpus } from '../corpus.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, base } from '../testing/test-paper.ts';

const corpora = useCorpora();
const coded = (code: string) => expect.objectContaining({ code });
const digest = '0'.repeat(64);

function citation(paper: string): Citation {
  const iri = `${base}paper/${paper}/s1/p1/t1`;
  const place = { n: 1, iri, paper, title: 'T', unit: 'sentence' as const };
  return { ...place, quote: 'Q', boxes: [], textDigest: digest, graphDigest: digest };
}

function answerOn(id: string, paper: string): Answer {
  return {
    schema: 'askg.answer/1',
    id,
    question: 'What?',
    mode: 'answer',
    corpus: { version: 1 },
    verdict: 'supported',
    answer: 'Q',
    claims: [
      {
        text: 'Q',
        support: { label: 'supported', score: 1, method: 'verbatim' },
        citations: [citation(paper)],
        rows: [],
      },
    ],
    nearest: [],
    sparql: [],
    links: [],
    passages: [],
    degraded: [],
    usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0 },
    timings: {},
  };
}

describe('feedback', () => {
  it('is kept with its answer, and goes with it', () => {
    const { answers, feedback } = corpora.create();
    answers.put(answerOn('a', '10.1_x'));
    answers.put(answerOn('b', '10.1_x'));
    const said = { answer: 'a', claim: 0, judgement: 'wrong' as const, note: 'It says the opposite.' };
    const kept = { ...said, at: '2025-01-02T03:04:05.000Z' };
    expect(feedback.put(said, 'key:1')).toEqual(kept);
    feedback.put({ answer: 'b', judgement: 'right' }, 'key:1');
    expect(feedback.list('a')).toEqual([kept]);
    expect(feedback.ofClient('a', 'key:1')).toEqual([kept]);
    expect(feedback.ofClient('a', 'key:2')).toEqual([]);
    answers.delete('a');
    expect(feedback.list().map(({ answer }) => answer)).toEqual(['b']);
    expect(() => answers.delete('a')).toThrow(coded('corpus/unknown-answer'));
  });

  it('of the same client on the same claim counts as it was said last', () => {
    const { answers, feedback } = corpora.create();
    answers.put(answerOn('a', '10.1_x'));
    feedback.put({ answer: 'a', claim: 0, judgement: 'wrong', note: 'no' }, 'key:1');
    feedback.put({ answer: 'a', claim: 0, judgement: 'right' }, 'key:1');
    feedback.put({ answer: 'a', claim: 0, judgement: 'wrong' }, 'key:2');
    feedback.put({ answer: 'a', judgement: 'missing', expected: { text: 'More.' } }, 'key:1');
    const said = feedback.list('a').map(({ claim, judgement, note }) => [claim, judgement, note]);
    expect(said).toHaveLength(3);
    expect(said).toEqual(
      expect.arrayContaining([
        [0, 'right', undefined],
        [0, 'wrong', undefined],
        [undefined, 'missing', undefined],
      ]),
    );
  });

  it('does not tell who said it, and holds no control characters', () => {
    const corpus = corpora.create();
    corpus.answers.put(answerOn('a', '10.1_x'));
    const note = '\u001b[2Jred \u0000 and\nblue\ud800';
    const kept = corpus.feedback.put({ answer: 'a', judgement: 'wrong', note }, 'address:192.0.2.7');
    expect(kept.note).toBe('[2Jred   and\nblue\ufffd');
    corpus.close();
    for (const file of ['catalog.sqlite', 'catalog.sqlite-wal']) {
      const bytes = readOrNothing(join(corpus.folder, file));
      expect(bytes.includes('192.0.2.7')).toBe(false);
    }
  });

  it('is refused on what is not there', () => {
    const { answers, feedback } = corpora.create();
    answers.put(answerOn('a', '10.1_x'));
    expect(() => feedback.put({ answer: 'b', judgement: 'right' }, 'c')).toThrow(coded('corpus/unknown-answer'));
    expect(() => feedback.put({ answer: 'a', claim: 1, judgement: 'right' }, 'c')).toThrow(
      coded('corpus/unknown-claim'),
    );
    expect(feedback.list()).toEqual([]);
  });

  it('loses its words, and keeps its judgement, when a paper is removed that it may repeat', async () => {
    const corpus = corpora.create();
    const gone = await add(corpus, { text: 'one', identifiers: { doi: '10.1/a' } });
    corpus.answers.put(answerOn('quotes', gone.key));
    corpus.answers.put(answerOn('other', '10.1_b'));
    const secret = 'secret words';
    corpus.feedback.put({ answer: 'quotes', claim: 0, judgement: 'wrong', note: secret }, 'c');
    const iri = `${base}paper/${gone.key}/s1/p1/t1`;
    corpus.feedback.put(
      { answer: 'other', judgement: 'missing', note: secret, expected: { iri, text: secret, paper: gone.key } },
      'c',
    );
    corpus.feedback.put({ answer: 'other', claim: 0, judgement: 'right', note: 'stays' }, 'c');
    await corpus.removePaper(gone.key);
    const said = corpus.feedback.list();
    expect(JSON.stringify(said)).not.toContain(secret);
    expect(said.map(({ judgement }) => judgement).toSorted()).toEqual(['missing', 'right', 'wrong']);
    expect(said.find(({ judgement }) => judgement === 'right')?.note).toBe('stays');
    const late = { text: secret, paper: gone.key };
    const kept = corpus.feedback.put({ answer: 'other', judgement: 'missing', note: secret, expected: late }, 'd');
    expect(JSON.stringify([kept, corpus.feedback.list()])).not.toContain(secret);
  });

  it('can be given on answers of a corpus that had no feedback before', () => {
    const folder = corpora.folder();
    mkdirSync(folder);
    const path = join(folder, 'catalog.sqlite');
    const schema6 = migrations.slice(0, 6);
    createCatalog(path, { base_iri: base, id: 'x' }, schema6);
    const before = openCatalog(path, false, schema6);
    before
      .prepare("INSERT INTO answers (id, at, bundle) VALUES ('a', '2025', ?)")
      .run(JSON.stringify(answerOn('a', '10.1_x')));
    before.close();
    expect(() => Corpus.open(folder, { readOnly: true })).toThrow(coded('corpus/older-catalog'));
    const upgraded = Corpus.open(folder);
    upgraded.feedback.put({ answer: 'a', claim: 0, judgement: 'right' }, 'c');
    expect(upgraded.feedback.list()).toHaveLength(1);
    expect(upgraded.answers.list()).toEqual([
      { id: 'a', at: '2025', question: 'What?', verdict: 'supported', version: 1 },
    ]);
    upgraded.close();
  });
});

function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
