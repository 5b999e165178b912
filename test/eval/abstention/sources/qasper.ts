import { join } from 'node:path';
import { partsOf, type QasperText } from '../../qa/sets/qasper-papers.ts';
import { readRows } from '../../qa/sets/rows.ts';
import { paperOfText, type Source } from './sourced-paper.ts';

type Question = {
  paper_id: string;
  question_id: string;
  question: string;
  answers: { text: string }[];
  answer_missing?: boolean;
  table_question?: boolean;
  split?: string;
};

/** Questions of QASPER whose paper is here as text, with an answer that a text can hold. */
export function qasper(data: string): Source {
  const folder = join(data, 'qasper');
  const papers = readRows<QasperText>(join(folder, 'fulltext.jsonl.gz'))
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
