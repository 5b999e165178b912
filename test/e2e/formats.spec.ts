import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { Answer } from '@askg/contract';
import { root, useAskg } from './testing/askg.ts';

// Each form of a paper has a corpus and a server of its own; a busy machine takes its time.
jest.setTimeout(240_000);
const askg = useAskg();
const fixture = (...names: string[]): string => join(root, 'test', 'fixtures', ...names);

/** What an asker gets, apart from its form and case: the verdict, the values of rows, and the sentences that are quoted. */
type Told = { verdict: Answer['verdict']; values: string[]; quotes: string[] };

/** Reads one file into a new corpus and asks it. */
async function ask(file: string, name: string, questions: readonly string[]): Promise<Told[]> {
  const environment = { ASKG_DATA: askg.folder(`data-${name}`), ASKG_DEMO: '0' };
  const ingested = await askg.run(['ingest', file, '--wait', 'indexed'], { environment });
  expect([name, ingested.code]).toEqual([name, 0]);
  const server = await askg.serve([], { environment });
  const told: Told[] = [];
  for (const question of questions) {
    const response = await fetch(`${server.url}/api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question, stream: false }),
    });
    told.push(toldBy(Answer.parse(await response.json())));
  }
  server.child.kill('SIGTERM');
  await server.ended;
  return told;
}

function toldBy({ verdict, claims }: Answer): Told {
  const rows = claims.flatMap((claim) => claim.rows);
  const literals = rows.flatMap(({ bindings }) => Object.values(bindings)).filter(({ type }) => type === 'literal');
  const quotes = claims.flatMap(({ citations }) => citations).filter(({ unit }) => unit === 'sentence');
  return {
    verdict,
    values: [...new Set(literals.map(({ value }) => value.toLowerCase()))].toSorted(),
    quotes: rows.length > 0 ? [] : [...new Set(quotes.map(({ quote }) => quote))].toSorted(),
  };
}

describe('one paper in each format', () => {
  const questions = [
    'Who are the authors of the paper Measuring trees?',
    'Which works does the paper Measuring trees cite?',
    'Which keywords does the paper Measuring trees have?',
    'What do most trees have?',
    'How deep is the Baltic Sea?',
  ];
  const files = {
    markdown: fixture('latex', 'same-paper.md'),
    latex: fixture('latex', 'same-paper.tex'),
    jats: fixture('jats', 'same-paper.xml'),
    tei: fixture('tei', 'same-paper.tei.xml'),
    html: fixture('html', 'same-paper.html'),
  };

  it('answers the same questions alike', async () => {
    const answers: Record<string, Told[]> = {};
    for (const [format, file] of Object.entries(files)) {
      answers[format] = await ask(file, format, questions);
    }
    const { jats = [] } = answers;
    expect(jats[0]?.values).toEqual(expect.arrayContaining(['ada berg', 'grace hopper']));
    expect(jats[1]?.values).toEqual(expect.arrayContaining(['on tall trees', 'trees and leaves']));
    expect(jats[3]?.quotes.join(' ')).toContain('Most trees have 20 m');
    expect(jats[4]?.verdict).toBe('not-in-corpus');
    for (const [format, told] of Object.entries(answers)) expect([format, told]).toEqual([format, jats]);
  });
});

describe('a paper of the demo', () => {
  const questions = [
    'Who are the authors of the paper CART?',
    'Which works does the paper CART cite?',
    'Why is a spreadsheet error-prone and fatiguing for reviewing papers?',
    'How deep is the Baltic Sea?',
  ];

  it('answers alike from its Markdown, its JATS and its PDF', async () => {
    copyFileSync(fixture('markdown', 'cart.md'), askg.folder('paper.md'));
    copyFileSync(fixture('markdown', 'cart.bib'), askg.folder('paper.bib'));
    const jats = await ask(fixture('markdown', 'cart.jats.xml'), 'jats', questions);
    expect(jats[0]?.values).toContain('nathan reitinger');
    expect(jats[1]?.values).toHaveLength(9);
    expect(jats[2]?.quotes.join(' ')).toContain('reviewing hundreds of rows in a spreadsheet');
    expect(await ask(askg.folder('paper.md'), 'markdown', questions)).toEqual(jats);
    expect(await ask(join(root, 'demo', 'papers', 'cart.pdf'), 'pdf', questions)).toEqual(jats);
  });
});
