import { join } from 'node:path';
import { expect, it, jest } from '@jest/globals';
import { Answer, type Citation } from '@askg/contract';
import { root, useAskg } from './testing/askg.ts';

// Each command is a process or several; a busy machine takes its time.
jest.setTimeout(120_000);
const askg = useAskg();

it('answers from PDFs alone, and each citation has its box on a page, be it of a sentence, a name or a title', async () => {
  const pdfs = ['jose.00259', 'jose.00184'].map((name) => join(root, 'demo', 'papers', `${name}.pdf`));
  await askg.run(['ingest', ...pdfs, '--wait', 'indexed']);
  const ask = async (question: string): Promise<Answer> => {
    const { out } = await askg.run(['ask', question, '--json']);
    return Answer.parse(JSON.parse(out));
  };
  const authors = await ask('Who are the authors of the tutorial for the NEON Ecological Forecasting Challenge?');
  expect(citationsOf(authors).map(({ quote }) => quote)).toContain('Freya Olsson');
  const notebooks = await ask('What do the notebooks on rotation curves of galaxies show?');
  for (const answer of [authors, notebooks]) {
    const citations = citationsOf(answer);
    expect(citations.length).toBeGreaterThan(0);
    expect(citations.filter(({ boxes }) => boxes.length === 0)).toEqual([]);
  }
});

function citationsOf({ claims, nearest }: Answer): Citation[] {
  const ofClaims = claims.flatMap(({ citations, rows }) => [...citations, ...rows.flatMap(({ sources }) => sources)]);
  return [...ofClaims, ...nearest];
}
