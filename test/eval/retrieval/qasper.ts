import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Document } from '@askg/contract';
import type { Judgements, Passage } from '@askg/retrieval';
import { abstractOf, keyOf } from '../../../bench/retrieval/bench-library.ts';
import { type Collection, passagesOfPaper } from './collection.ts';

type Question = {
  paper_id: string;
  question_id: string;
  question: string;
  title?: string | null;
  evidence?: string[];
  split?: string;
};
type Paper = { paper_id: string; title: string | null; blocks?: string[] };

/** Shorter blocks are headings and formulas, which say nothing by themselves. */
const leastCharacters = 60;

/** Fewer paragraphs are no choice. */
const leastParagraphs = 4;

/**
 * QASPER: the passages of a paper that hold the evidence for a question on it. Of papers whose text is not here, what is known
 * are the paragraphs that are evidence for one of its questions; they stand for the paper where they are enough to choose
 * from. Questions of the test part are left out.
 */
export function qasper(folder: string): Collection | undefined {
  if (!existsSync(join(folder, 'fulltext.jsonl.gz'))) return undefined;
  const questions = rows<Question>(folder, 'questions.jsonl.gz').filter(
    ({ split, evidence }) => split !== 'test' && evidence,
  );
  const texts = new Map(rows<Paper>(folder, 'fulltext.jsonl.gz').map((paper) => [paper.paper_id, paper]));
  const documents = new Map(
    [...Map.groupBy(questions, (question) => question.paper_id)].flatMap(([id, asked]): [string, Document][] => {
      const { title, blocks } = texts.get(id) ?? {};
      const known = blocks ?? asked.flatMap(({ evidence = [] }) => evidence);
      const paragraphs = [...new Set(known)].filter(
        (text) => text.length >= leastCharacters && !text.startsWith('FLOAT'),
      );
      if (paragraphs.length < leastParagraphs) return [];
      return [[id, paperOf(idOf(id), title ?? asked[0]?.title ?? '', paragraphs)]];
    }),
  );
  const here = questions.filter((question) => documents.has(question.paper_id));
  return {
    name: 'qasper',
    finds: 'passage',
    papers: [...documents.values()],
    questions: here.map(({ question_id: id, question, paper_id: paper }) => ({
      id,
      text: question,
      papers: [keyOf(idOf(paper))],
    })),
    judgements: () => {
      const judgements: Judgements = new Map();
      for (const { question_id: id, paper_id: paper, evidence = [] } of here) {
        const document = documents.get(paper);
        if (document) judgements.set(id, judgedOf(passagesOfPaper(document), evidence));
      }
      return judgements;
    },
  };
}

function idOf(paper: string): string {
  return paper.replaceAll(/[^a-z0-9.-]+/gi, '-');
}

/** A paper of paragraphs that each make a passage, as the evidence of a question is whole paragraphs. */
function paperOf(id: string, title: string, paragraphs: readonly string[]): Document {
  return {
    ...abstractOf(id, title, []),
    sections: paragraphs.map((text, i) => ({
      id: `s${i + 1}`,
      heading: '',
      depth: 1,
      role: 'other',
      paragraphs: [
        {
          id: `s${i + 1}/p1`,
          kind: 'text',
          sentences: [{ id: `s${i + 1}/p1/t1`, text, boxes: [], citations: [] }],
        },
      ],
      sections: [],
    })),
  };
}

/** A passage answers when it holds a paragraph of the evidence, or is a piece of one. */
function judgedOf(passages: readonly Passage[], evidence: readonly string[]): Map<string, number> {
  const wanted = evidence.map(letters).filter((text) => text.length >= leastCharacters / 2);
  const answers = ({ text }: Passage): boolean => {
    const own = letters(text);
    return wanted.some((each) => own.includes(each) || each.includes(own));
  };
  return new Map(passages.filter(answers).map(({ iri }) => [iri, 1]));
}

/** Letters and digits alone: sources of the text differ in blanks and marks. */
function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function rows<Row>(folder: string, file: string): Row[] {
  return gunzipSync(readFileSync(join(folder, file)))
    .toString('utf8')
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Row]));
}
