import { join } from 'node:path';
import { readRows } from './read-rows.ts';
import { paperOfText, type Source, type TextPart } from './sourced-paper.ts';

type Question = {
  paper_id: string;
  question_id: string;
  question: string;
  answers: { text: string }[];
  answer_missing?: boolean;
  table_question?: boolean;
  split?: string;
};
type Paper = {
  paper_id: string;
  title: string | null;
  blocks?: string[];
  full_text?: { section_name: string | null; paragraphs: string[] }[];
};

/** A shorter block without a full stop is a heading. */
const headingLength = 60;

/** Questions of QASPER whose paper is here as text, with an answer that a text can hold. */
export function qasper(data: string): Source {
  const folder = join(data, 'qasper');
  const papers = readRows<Paper>(join(folder, 'fulltext.jsonl.gz'))
    .map((paper) => paperOfText('qasper', paper.paper_id, paper.title ?? '', partsOf(paper)))
    .filter(({ document }) => document.sections.length > 0);
  const here = new Set(papers.map(({ id }) => id));
  const questions = readRows<Question>(join(folder, 'questions.jsonl.gz')).filter((asked) => here.has(asked.paper_id));
  return {
    name: 'qasper',
    papers,
    questions: questions.filter(isAnswered).map((asked) => ({
      id: asked.question_id,
      text: asked.question,
      paper: asked.paper_id,
      isTest: asked.split === 'test',
    })),
  };
}

function isAnswered({ answers, answer_missing: isMissing, table_question: isOnTable }: Question): boolean {
  return (
    !isMissing && !isOnTable && answers.length > 0 && answers.every(({ text }) => !/^unanswerable$/iu.test(text.trim()))
  );
}

function partsOf({ blocks, full_text: sections }: Paper): TextPart[] {
  if (sections) {
    const named = sections.map(({ section_name: name, paragraphs }) => ({ heading: name ?? '', paragraphs }));
    return named.map(({ heading, paragraphs }) => ({ heading, paragraphs: paragraphs.filter((text) => text !== '') }));
  }
  const parts: { heading: string; paragraphs: string[] }[] = [{ heading: '', paragraphs: [] }];
  for (const block of blocks ?? []) {
    if (block.length < headingLength && !/[.:?!]$/u.test(block)) parts.push({ heading: block, paragraphs: [] });
    else parts.at(-1)?.paragraphs.push(block);
  }
  return parts.filter(({ paragraphs }) => paragraphs.length > 0);
}
