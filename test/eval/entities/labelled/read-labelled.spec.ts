import { describe, expect, it } from '@jest/globals';
import { readNcg } from './read-ncg.ts';
import { readSciErc } from './read-scierc.ts';
import { readSciRex } from './read-scirex.ts';

describe('SciERC', () => {
  it('is read span by span: I- begins one too, B- parts two of one type', () => {
    const lines =
      '-DOCSTART- NN O O\n\nthe NN O O\nHMM NN O I-Method\ntagger NN O I-Method\n-LRB- NN O O\nPOS NN O I-Task\nBLEU NN O I-Metric\nMETEOR NN O B-Metric\n\n';
    const [document, ...others] = readSciErc(lines);
    const [sentence] = document?.sentences ?? [];
    expect(others).toEqual([]);
    expect(sentence?.text).toBe('the HMM tagger ( POS BLEU METEOR');
    expect(sentence?.spans.map(({ start, end, type }) => [sentence.text.slice(start, end), type])).toEqual([
      ['HMM tagger', 'Method'],
      ['POS', 'Task'],
      ['BLEU', 'Metric'],
      ['METEOR', 'Metric'],
    ]);
  });
});

describe('SciREX', () => {
  it('is read sentence by sentence, its hyphenated words put together', () => {
    const paper = {
      doc_id: 'p',
      words: ['We', 'use', 'next', '-', 'word', 'models', '.', 'BERT', 'wins', '.'],
      sentences: [
        [0, 7],
        [7, 10],
      ],
      ner: [
        [7, 8, 'Method'],
        [2, 6, 'Method'],
      ],
    };
    const { sentences } = readSciRex(JSON.stringify(paper));
    expect(sentences).toEqual([
      { text: 'We use next-word models .', spans: [{ start: 7, end: 23, type: 'Method' }] },
      { text: 'BERT wins .', spans: [{ start: 0, end: 4, type: 'Method' }] },
    ]);
  });
});

describe('NLPContributionGraph', () => {
  it('is read with its phrases told apart, and without those whose offsets are wrong', () => {
    const read = readNcg(
      'p',
      'title\nMoses with default settings',
      '2\t0\t5\tMoses\n2\t6\t10\twith\n2\t1\t3\tdefault',
      '(A||b||Moses)',
    );
    expect(read.sentences[1]?.spans).toEqual([
      { start: 0, end: 5, type: 'thing' },
      { start: 6, end: 10, type: 'relation' },
    ]);
    expect([...read.marked]).toEqual([1]);
  });
});
