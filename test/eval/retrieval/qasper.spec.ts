import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { passagesOfPaper } from './collection.ts';
import { qasper } from './qasper.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const paragraph = (word: string): string =>
  `This paragraph is about ${word} and about nothing else, however long it gets.`;
const words = ['trees', 'graphs', 'words', 'claims', 'roads'];

function folderOf(questions: object[], papers: object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'qasper-'));
  folders.push(folder);
  const write = (name: string, rows: object[]) =>
    writeFileSync(join(folder, name), gzipSync(rows.map((row) => JSON.stringify(row)).join('\n')));
  write('questions.jsonl.gz', questions);
  write('fulltext.jsonl.gz', papers);
  return folder;
}

describe('QASPER as a collection', () => {
  it('asks of each paper which of its paragraphs is the evidence, and leaves out the test part', () => {
    const asked = { paper_id: '1601.1', title: 'A paper' };
    const folder = folderOf(
      [
        { ...asked, question_id: 'q1', question: 'What of graphs?', evidence: [paragraph('graphs')] },
        { ...asked, question_id: 'q2', question: 'What of roads?', evidence: [paragraph('roads')], split: 'test' },
        { ...asked, question_id: 'q3', question: 'What else?' },
      ],
      [{ paper_id: '1601.1', title: 'A paper', blocks: ['Introduction', ...words.map(paragraph)] }],
    );
    const collection = qasper(folder);
    expect(collection?.questions).toEqual([{ id: 'q1', text: 'What of graphs?', papers: ['10.1000_1601.1'] }]);
    const passages = collection?.papers.flatMap(passagesOfPaper) ?? [];
    expect(passages.map(({ text }) => text)).toEqual(words.map(paragraph));
    expect([...(collection?.judgements().get('q1') ?? [])]).toEqual([[passages[1]?.iri, 1]]);
  });

  it('takes the evidence of all its questions for a paper whose text is not here, if there is a choice', () => {
    const ask = (paper: string, i: number) => ({
      paper_id: paper,
      question_id: `${paper}-${i}`,
      question: 'What?',
      evidence: [paragraph(words[i] ?? '')],
    });
    const folder = folderOf([...words.map((_, i) => ask('many', i)), ask('few', 0)], []);
    const collection = qasper(folder);
    expect(collection?.questions).toHaveLength(5);
    expect(collection?.papers.map((paper) => passagesOfPaper(paper).length)).toEqual([5]);
  });
});
