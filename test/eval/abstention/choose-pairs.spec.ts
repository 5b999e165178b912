import { describe, expect, it } from '@jest/globals';
import { choosePairs } from './choose-pairs.ts';
import { readLabels, readPairs } from './pair.ts';
import { paperOfText, type Source } from './sources/sourced-paper.ts';

const texts: Record<string, string> = {
  lens: 'Lenses of glass for a telescope.',
  mirror: 'Mirrors of glass for a telescope in the mountains.',
  bread: 'Bread with butter.',
  cake: 'Cake with butter and sugar.',
};
const source: Source = {
  name: 'set',
  papers: Object.entries(texts).map(([id, text]) => paperOfText('set', id, id, [{ heading: '', paragraphs: [text] }])),
  questions: [
    { id: 'q1', text: 'What are lenses made of?', paper: 'lens' },
    { id: 'q2', text: 'Where do mirrors stand?', paper: 'mirror', related: ['lens'] },
    { id: 'q3', text: 'What goes with bread?', paper: 'bread', isTest: true },
  ],
};
const pairs = choosePairs(source, { questions: 3, perPaper: 1 });

describe('pairs of a question and a paper', () => {
  it('ask each question of its own paper and of the one most like it', () => {
    const asked = (question: string) =>
      pairs.filter((pair) => pair.question === question).map((pair) => [pair.asked, pair.paper]);
    expect(asked('q1')).toEqual([
      ['own', 'lens'],
      ['similar', 'mirror'],
    ]);
    expect(asked('q3')).toEqual([
      ['own', 'bread'],
      ['similar', 'cake'],
    ]);
  });

  it('take no related paper for a wrong one', () => {
    const wrong = pairs.find(({ question, asked }) => question === 'q2' && asked === 'similar');
    expect(wrong?.paper).not.toBe('lens');
  });

  it('keep what is for tests in the test half, and share the other papers out', () => {
    const halves = new Map(pairs.map(({ question, split }) => [question, split]));
    expect(halves.get('q3')).toBe('test');
    expect(new Set([halves.get('q1'), halves.get('q2')])).toEqual(new Set(['development', 'test']));
  });
});

describe('the committed pairs', () => {
  const committed = readPairs();

  it('are at least 300, half of them with a similar paper, each id once', () => {
    expect(committed.length).toBeGreaterThanOrEqual(300);
    expect(committed.filter(({ asked }) => asked === 'similar')).toHaveLength(committed.length / 2);
    expect(new Set(committed.map(({ id }) => id)).size).toBe(committed.length);
  });

  it('have a label each, by a reading where there was one', () => {
    const labels = readLabels(committed);
    const read = committed.filter(({ id, asked }) => labels.get(id) !== (asked === 'own'));
    expect(labels.size).toBe(committed.length);
    expect(read).toHaveLength(25);
  });
});
