import { join } from 'node:path';
import { bestTokenF1 } from '../metrics/token-f1.ts';
import type { Prediction } from '../prediction.ts';
import type { QaSet, SetOptions, SetPaper, SetScores } from '../qa-set.ts';
import { evidenceF1 } from './qasper-evidence.ts';
import { pdfPapers, textPapers } from './qasper-papers.ts';
import { readRows } from './rows.ts';

type Asked = {
  paper_id: string;
  question_id: string;
  question: string;
  full_text_here: 'json' | 'pdf' | null;
  split?: string;
};
type Gold = Asked & { answers: { text: string }[]; evidence?: string[]; answer_missing?: boolean };

/**
 * QASPER where the paper is here as text or PDF: F1 of the answer, and of the evidence at the level of paragraphs. Questions of
 * the test part come with `test` alone.
 */
export async function qasper({ data, gold, split }: SetOptions): Promise<QaSet> {
  const asked = readRows<Asked>(join(data, 'questions.jsonl.gz')).filter(
    (row) => row.full_text_here !== null && (row.split === 'test') === (split === 'test'),
  );
  const idsOf = (form: Asked['full_text_here']) =>
    new Set(asked.flatMap(({ paper_id: id, full_text_here: is }) => (is === form ? [id] : [])));
  const papers = [...textPapers(data, idsOf('json')), ...(await pdfPapers(data, [...idsOf('pdf')]))];
  return {
    name: 'qasper',
    papers,
    questions: asked.map(({ question_id: id, question: text, paper_id: paper }) => ({ id, text, papers: [paper] })),
    gold: () => {
      const rows = readRows<Gold>(join(gold, 'questions.jsonl.gz'));
      return (predictions) => score(predictions, rows, papers);
    },
  };
}

function score(predictions: readonly Prediction[], gold: readonly Gold[], papers: readonly SetPaper[]): SetScores {
  const papersById = new Map(papers.map((paper) => [paper.id, paper]));
  const rows = new Map(gold.map((row) => [row.question_id, row]));
  const answers: (number | undefined)[] = [];
  const evidence: (number | undefined)[] = [];
  for (const prediction of predictions) {
    const row = rows.get(prediction.id);
    const due = row?.answers.map(({ text }) => text) ?? [];
    answers.push(row && !row.answer_missing ? bestTokenF1(answerOf(prediction), due) : undefined);
    const paper = papersById.get(row?.paper_id ?? '');
    evidence.push(row && paper && evidenceF1(prediction.evidence, row.evidence ?? [], paper));
  }
  const ofForm = (form: Asked['full_text_here'], values: readonly (number | undefined)[]) =>
    values.map((value, i) => (rows.get(predictions[i]?.id ?? '')?.full_text_here === form ? value : undefined));
  return {
    each: {
      'answer F1': answers,
      'evidence F1': evidence,
      'evidence F1 where the paper is text': ofForm('json', evidence),
      'evidence F1 where the paper is a PDF': ofForm('pdf', evidence),
    },
    notes: {
      answer: 'The best of the answers that are given, as in the official scorer.',
      evidence:
        'The set joins the evidence of all who answered, so that the best of several cannot be taken. Paragraphs of the body count: papers are asked without their abstract, and figures and tables count neither way. Not scored: questions without evidence, and those of whose evidence the text here has nothing.',
    },
  };
}

/** The official scorer's word for a question that the paper does not answer. */
function answerOf({ verdict, answer }: Prediction): string {
  return verdict === 'not-in-corpus' || verdict === 'no-answer' ? 'Unanswerable' : answer;
}
