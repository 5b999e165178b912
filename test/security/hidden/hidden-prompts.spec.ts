import { describe, expect, it } from '@jest/globals';
import type { Document } from '@askg/contract';
import { askPaper, readPaper, said } from './ask-paper.ts';
import { asHtml, asJats, asLatex, asMarkdown, asTei } from './as-markup.ts';
import { asPdf, seedAt, wrapped } from './as-pdf.ts';
import { ObedientChat } from './obedient-chat.ts';
import { questions } from './paper.ts';
import { obeyed, prompt } from './prompt.ts';
import { seededPapers } from './seeded-papers.ts';
import { linesAt } from '../../../libs/ddm/src/read/pdf/testing/make-pdf.ts';

const reports = (document: Document) =>
  document.findings.filter(({ code }) => /^ddm\/(?:hidden-text|unseen-characters)$/.test(code));

/** What of a paper becomes a node of the graph by its own name. */
function told({ title, keywords, contributors, abstract, sections, topics, abbreviations }: Document): object {
  const paragraphs = [
    ...abstract,
    ...sections.flatMap((section) => [...section.paragraphs, ...section.sections.flatMap((child) => child.paragraphs)]),
  ];
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  const mentions = sentences.flatMap((sentence) => sentence.mentions ?? []).map(({ label, type }) => [label, type]);
  const headings = sections.map(({ heading }) => heading);
  return { title, keywords, topics, abbreviations, headings, names: contributors.map(({ name }) => name), mentions };
}

describe.each(seededPapers.map((seeded) => [seeded.name, seeded] as const))(
  'a prompt that nobody sees in %s',
  (_, { format, clean, poisoned, isReported, companions }) => {
    it('changes no answer, neither without a model nor with one that obeys', async () => {
      const [twin, document] = await Promise.all([
        readPaper(clean, format, companions?.clean),
        readPaper(poisoned, format, companions?.poisoned),
      ]);
      expect(reports(twin)).toEqual([]);
      expect(reports(document).length > 0).toBe(isReported);
      expect(told(document)).toEqual(told(twin));
      const expected = await askPaper(twin, questions);
      expect(expected.filter(({ verdict }) => verdict === 'supported').length).toBeGreaterThan(2);
      expect((await askPaper(document, questions)).map(said)).toEqual(expected.map(said));
      const chat = new ObedientChat();
      const worded = await askPaper(twin, questions, { chat });
      expect((await askPaper(document, questions, { chat })).map(said)).toEqual(worded.map(said));
      expect(chat.orders).toBe(0);
    });
  },
);

const visible: Record<string, [Parameters<typeof readPaper>[1], Uint8Array]> = {
  PDF: ['pdf', asPdf({ before: linesAt(72, seedAt, wrapped(prompt)) })],
  HTML: ['html', asHtml({ block: `<p>${prompt}</p>` })],
  JATS: ['jats', asJats({ block: `<p>${prompt}</p>` })],
  TEI: ['tei', asTei({ block: `<p>${prompt}</p>` })],
  LaTeX: ['latex', asLatex({ block: `${prompt}\n` })],
  Markdown: ['markdown', asMarkdown({ block: `${prompt}\n` })],
  'HTML, in a heading': ['html', asHtml({ heading: `: ${prompt}` })],
};

describe('a prompt in plain sight', () => {
  it.each(Object.entries(visible))(
    'of a paper in %s is quoted at most, and never obeyed',
    async (_, [format, bytes]) => {
      const document = await readPaper(bytes, format);
      expect(JSON.stringify(document)).toContain('Ignore previous instructions');
      const chat = new ObedientChat();
      const answers = [...(await askPaper(document, questions)), ...(await askPaper(document, questions, { chat }))];
      expect(chat.orders).toBe(0);
      for (const { claims, answer } of answers) {
        expect(answer).not.toContain(obeyed);
        for (const { text, citations } of claims) {
          if (/99|positively/.test(text)) expect(citations.map(({ quote }) => quote)).toContain(text);
        }
      }
    },
  );
});
