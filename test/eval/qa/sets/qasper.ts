import { join } from 'node:path';
import { bestTokenF1 } from '../metrics/token-f1.ts';
import { overlap } from '../metrics/set-f1.ts';
import { type PaperPart, paperOfParts } from '../paper-of-parts.ts';
import { holderOf, plainLetters } from '../plain-letters.ts';
import type { Prediction } from '../prediction.ts';
import type { ReadSet, SetPaper, SetScores } from '../qa-set.ts';
import { readRows } from './rows.ts';

type Asked = { paper_id: string; question_id: string; question: string; full_text_here: string | null; split?: string };
type Gold = Asked & { answers: { text: string }[]; evidence?: string[]; answer_missing?: boolean };
type Paper = {
  paper_id: string;
  title: string | null;
  blocks?: string[];
  full_text?: { section_name: string | null; paragraphs: string[] }[];
};

/** A shorter block without a full stop is a heading. */
const headingLength = 60;

/** Shorter pieces of evidence are headings and marks of the typesetting. */
const leastEvidence = 60;

/**
 * QASPER where the paper is here as text: F1 of the answer, and of the evidence at the level of paragraphs. Questions of the
 * test part come with `test` alone; they have no evidence here.
 */
export const qasper: ReadSet = ({ data, split }) => {
  const rows = readRows<Gold>(join(data, 'questions.jsonl.gz'));
  const asked = rows.filter((row) => row.full_text_here === 'json' && (row.split === 'test') === (split === 'test'));
  const wanted = new Set(asked.map(({ paper_id: id }) => id));
  const papers = readRows<Paper>(join(data, 'fulltext.jsonl.gz'))
    .filter(({ paper_id: id }) => wanted.has(id))
    .map((paper) => paperOfParts('qasper', paper.paper_id, paper.title ?? '', partsOf(paper)));
  return {
    name: 'qasper',
    papers,
    questions: asked.map(({ question_id: id, question: text, paper_id: paper }) => ({ id, text, papers: [paper] })),
    gold: () => (predictions) => score(predictions, asked, papers),
  };
};

function score(predictions: readonly Prediction[], gold: readonly Gold[], papers: readonly SetPaper[]): SetScores {
  const paragraphs = new Map(papers.map((paper) => [paper.id, paragraphsOf(paper)]));
  const rows = new Map(gold.map((row) => [row.question_id, row]));
  const answers: (number | undefined)[] = [];
  const evidence: (number | undefined)[] = [];
  for (const prediction of predictions) {
    const row = rows.get(prediction.id);
    answers.push(row && !row.answer_missing ? bestTokenF1(answerOf(prediction), row.answers.map(textOf)) : undefined);
    evidence.push(row && evidenceF1(prediction, row, paragraphs.get(row.paper_id) ?? []));
  }
  return {
    each: { 'answer F1': answers, 'evidence F1': evidence },
    notes: {
      evidence: 'Not scored: questions without evidence, and those of whose evidence the text here has nothing.',
    },
  };
}

/** The official scorer's word for a question that the paper does not answer. */
function answerOf({ verdict, answer }: Prediction): string {
  return verdict === 'not-in-corpus' || verdict === 'no-answer' ? 'Unanswerable' : answer;
}

/** Undefined when none of the evidence stands in the text, which then is another paper's or lacks the place. */
function evidenceF1({ evidence }: Prediction, row: Gold, paragraphs: readonly string[]): number | undefined {
  const due = (row.evidence ?? []).filter((text) => text.length >= leastEvidence);
  const places = due.map((text) => placeOf(text, paragraphs));
  if (places.every((place) => place === undefined)) return undefined;
  const found = evidence.map((quote) => holderOf(quote, paragraphs) ?? quote);
  return overlap(new Set(found), new Set(places.map((place, i) => place ?? `absent ${i}`))).f1;
}

function placeOf(evidence: string, paragraphs: readonly string[]): number | undefined {
  const letters = plainLetters(evidence);
  const at = paragraphs.findIndex((text) => {
    const own = plainLetters(text);
    return own.length >= leastEvidence / 2 && (own.includes(letters) || letters.includes(own));
  });
  return at < 0 ? undefined : at;
}

function paragraphsOf({ document }: SetPaper): string[] {
  return document.sections.flatMap(({ paragraphs }) =>
    paragraphs.map(({ sentences }) => sentences.map(textOf).join(' ')),
  );
}

function textOf({ text }: { text: string }): string {
  return text;
}

function partsOf({ blocks = [], full_text: sections }: Paper): PaperPart[] {
  if (sections) {
    return sections.map(({ section_name: name, paragraphs }) => ({
      heading: name ?? '',
      paragraphs: paragraphs.filter((text) => text.trim() !== ''),
    }));
  }
  const parts: { heading: string; paragraphs: string[] }[] = [{ heading: '', paragraphs: [] }];
  for (const block of blocks) {
    if (block.length < headingLength && !/[.:?!]$/u.test(block)) parts.push({ heading: block, paragraphs: [] });
    else parts.at(-1)?.paragraphs.push(block);
  }
  return parts.filter(({ paragraphs }) => paragraphs.length > 0);
}
