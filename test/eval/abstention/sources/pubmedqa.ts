import { join } from 'node:path';
import { readText } from '../../qa/sets/rows.ts';
import { paperOfText, type Source } from './sourced-paper.ts';

type Row = { QUESTION: string; CONTEXTS: string[]; LABELS: string[]; final_decision: string };

/**
 * Questions of PubMedQA that the abstract answers with yes or no. The question is the title of its paper, and the answer is the
 * abstract's conclusion, which the data set leaves out: a paper is the rest of its abstract, without a title.
 */
export function pubmedqa(data: string): Source {
  const text = readText(join(data, 'pubmedqa', 'pqal_dev500.json.gz'));
  const rows = Object.entries(JSON.parse(text) as Record<string, Row>);
  return {
    name: 'pubmedqa',
    papers: rows.map(([id, { CONTEXTS: contexts, LABELS: labels }]) =>
      paperOfText(
        'pubmedqa',
        id,
        '',
        contexts.map((paragraph, i) => ({ heading: headingOf(labels[i]), paragraphs: [paragraph] })),
      ),
    ),
    questions: rows
      .filter(([, { final_decision: decision }]) => decision !== 'maybe')
      .map(([id, { QUESTION: question }]) => ({ id, text: question, paper: id })),
  };
}

function headingOf(label = ''): string {
  return label.slice(0, 1) + label.slice(1).toLowerCase();
}
