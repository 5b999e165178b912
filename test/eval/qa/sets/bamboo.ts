import { join } from 'node:path';
import { overlap } from '../metrics/set-f1.ts';
import { paperOfParts, type PaperPart } from '../paper-of-parts.ts';
import { holderOf, plainLetters } from '../plain-letters.ts';
import type { NearnessTo, ReadSet, SetPaper } from '../qa-set.ts';
import { isOfPart } from './part-of.ts';
import { readRows } from './rows.ts';

type Row = { question: string; options: string[]; answer: string; evidence: string; content: string };

/**
 * BAMBOO PaperQA: one of four answers, on the full text of a paper. The product answers open questions; the option nearest in
 * meaning to a sentence of its evidence, or to what a chat model wrote, is taken for its choice.
 */
export const bamboo: ReadSet = ({ data, split }) => {
  const file = join(data, 'paperqa_16k.jsonl.gz');
  const rows = isOfPart(file, split) ? readRows<Row>(file) : [];
  const contents = [...new Set(rows.map(({ content }) => content))];
  const papers = contents.map((content, i) => paperOfParts('bamboo', `${i}`, '', partsOf(content)));
  return {
    name: 'bamboo',
    papers,
    questions: rows.map(({ question: text, options, content }, i) => ({
      id: `${i}`,
      text,
      papers: [`${contents.indexOf(content)}`],
      options,
    })),
    conclude: ({ options = [] }, { answer, evidence }, { nearness, method }) =>
      chooseOption(options, method === 'askg with a chat model' ? [answer] : evidence, nearness),
    gold: () => (predictions) => ({
      each: {
        accuracy: predictions.map(({ id, answer }) => Number(answer === rows[Number(id)]?.answer)),
        'evidence recall': predictions.map(({ id, evidence }) => {
          const row = rows[Number(id)];
          const paper = papers[contents.indexOf(row?.content ?? '')];
          return row && paper && recallOf(evidence, row.evidence, paper);
        }),
      },
    }),
  };
};

async function chooseOption(
  options: readonly string[],
  evidence: readonly string[],
  nearness: NearnessTo,
): Promise<string> {
  const scores: number[] = [];
  for (const option of options) {
    scores.push(Math.max(0, ...(await nearness(option.replace(/^[A-D]\.\s*/u, ''), evidence))));
  }
  return options[scores.indexOf(Math.max(...scores))]?.slice(0, 1) ?? '';
}

/** Share of the sentences given as evidence that are quoted; undefined when the text has none of them. */
function recallOf(quotes: readonly string[], given: string, { document }: SetPaper): number | undefined {
  const letters = plainLetters(given);
  const texts = document.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  );
  const due = texts.flatMap((text, i) => (text.length > 20 && letters.includes(plainLetters(text)) ? [i] : []));
  if (due.length === 0) return undefined;
  return overlap(new Set(quotes.map((quote) => holderOf(quote, texts) ?? -1)), new Set(due)).recall;
}

/** A short line without a full stop is a heading. */
function partsOf(content: string): PaperPart[] {
  const parts: { heading: string; paragraphs: string[] }[] = [{ heading: '', paragraphs: [] }];
  for (const line of content.split('\n').map((text) => text.trim())) {
    if (line === '') continue;
    if (line.length < 60 && !/[.:?!,;]$/u.test(line)) parts.push({ heading: line, paragraphs: [] });
    else parts.at(-1)?.paragraphs.push(line);
  }
  return parts.filter(({ paragraphs }) => paragraphs.length > 0);
}
