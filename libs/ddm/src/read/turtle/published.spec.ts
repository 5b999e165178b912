import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DdmError } from '../../ddm-error.ts';
import { buildDocument } from '../../document/build-document.ts';
import type { DraftBlock, DraftDocument } from '../../document/draft.ts';
import { cutSentences } from '../../enrich/sentences/cut-sentences.ts';
import { turtleFixture } from '../../testing/turtle-fixture.ts';
import { checkDocument } from '../../validate/check-document.ts';
import { splitSource } from '../split-source.ts';
import { readTurtle } from './read-turtle.ts';

async function elms(): Promise<DraftDocument> {
  const [first] = await splitSource(turtleFixture('experiment.ttl'));
  return readTurtle(first?.bytes ?? Buffer.alloc(0));
}

function texts(blocks: readonly DraftBlock[]): unknown[] {
  return blocks.map((block) => {
    if (block.type === 'paragraph') return block.content.text;
    return block.type === 'section' ? [block.heading.text, ...texts(block.blocks)] : block.type;
  });
}

const amounts = (draft: DraftDocument): Record<string, number | undefined> =>
  Object.fromEntries(draft.findings.map(({ code, amount }) => [code, amount]));

describe('a paper of the published experiment', () => {
  it('tells its title, first author, year and keywords, the best first', async () => {
    expect(await elms()).toMatchObject({
      format: 'ddm-turtle',
      title: 'Leaves of elm trees',
      contributors: [{ name: 'Ada van Roe', given: 'Ada', family: 'van Roe', role: 'author' }],
      date: { year: 2020 },
      keywords: ['elm', 'leaf'],
      identifiers: {},
    });
  });

  it('has its paragraphs in the order of the excerpts that stand in them, those without one last', async () => {
    expect(texts((await elms()).blocks)).toEqual([
      'Elms grow in many towns of the north, allowing us to compare them.',
      'We counted the leaves of each tree twice a year [1]. The final count is in table 2. Errors were rare.',
      'Nothing tells where this stands.',
    ]);
  });

  it('has a citation where a known marker still stands in the text', async () => {
    const [, second] = (await elms()).blocks;
    expect(second).toMatchObject({ content: { marks: [{ kind: 'citation', targets: [], start: 48, end: 51 }] } });
  });

  it('tells each defect of its graph, with its extent', async () => {
    expect(amounts(await elms())).toEqual({
      'ddm/graph-no-section': 4,
      'ddm/graph-no-order': 2,
      'ddm/graph-empty-section': 2,
      'ddm/graph-empty-paragraph': 1,
      'ddm/graph-joined-sentences': 2,
      'ddm/graph-no-entry': 2,
      'ddm/unplaced-citation': 1,
      'ddm/graph-shared-excerpt': 1,
      'ddm/graph-foreign-excerpt': 1,
      'ddm/graph-stray-excerpt': 2,
      'ddm/graph-entities': 3,
      'ddm/graph-name-article': 1,
      'ddm/graph-damaged-name': 3,
      'ddm/graph-entity-link': 1,
      'ddm/graph-untyped': 3,
      'ddm/graph-first-author': 1,
      'ddm/graph-title': 1,
      'ddm/graph-keywords': 2,
      'ddm/dropped-text': 31,
    });
  });

  it('takes its title from its label where the graph has a placeholder', async () => {
    const parts = await splitSource(turtleFixture('experiment.ttl'));
    expect(readTurtle(parts[1]?.bytes ?? Buffer.alloc(0))).toMatchObject({
      title: 'Poems&Lines',
      date: { year: 2021 },
    });
  });
});

describe('a paper that the later pipeline wrote', () => {
  const rivers = readTurtle(turtleFixture('pipeline.ttl'));

  it('is nested by the levels of its sections, in the order of their numbers', () => {
    expect(texts(rivers.blocks)).toEqual([
      [
        'On Rivers',
        'Rivers flow. They end at the sea.',
        'Some dry up.',
        ['Methods', 'We went there. We measured twice.'],
      ],
      ['Discussion', 'It was a wet year.'],
    ]);
  });

  it('has the heading of its first section for a title, and says so', () => {
    expect(rivers).toMatchObject({ title: 'On Rivers', contributors: [] });
    expect(amounts(rivers)).toEqual({
      'ddm/graph-title': 1,
      'ddm/graph-empty-section': 1,
      'ddm/graph-entities': 2,
      'ddm/graph-damaged-name': 1,
    });
  });
});

it('a paper of which the graph has only metadata is read without text, and says so', () => {
  const draft = readTurtle(
    Buffer.from(`@prefix askg: <https://www.anu.edu.au/onto/scholarly#> . @prefix dc: <http://purl.org/dc/elements/1.1/> .
      askg:Paper-1 a askg:Paper ; dc:title "Trees" ; askg:id "1906.00784" ; askg:doi "10.1234/ABC" ;
        askg:paperLink "http://arxiv.org/abs/1906.00784v2" .`),
  );
  expect(draft).toMatchObject({
    title: 'Trees',
    identifiers: { doi: '10.1234/abc', arxiv: '1906.00784', url: 'http://arxiv.org/abs/1906.00784v2' },
    blocks: [],
    findings: [{ code: 'ddm/no-body' }],
  });
});

it('whatever is damaged in a graph, it ends in a document or a code of this package', async () => {
  const [first] = await splitSource(turtleFixture('experiment.ttl'));
  const lines = Buffer.from(first?.bytes ?? [])
    .toString()
    .trimEnd()
    .split('\n');
  fc.assert(
    fc.property(fc.shuffledSubarray(lines), fc.nat(lines.length - 1), (some, at) => {
      // Statements are left out, and one says of a resource what was said of another.
      const [subject = ''] = (lines[at] ?? '').split(' ');
      const swapped = some.map((line, i) => (i % 5 === 0 ? line.replace(/^\S+/, subject) : line));
      try {
        const document = buildDocument(readTurtle(Buffer.from(swapped.join('\n'))), {
          digest: '0'.repeat(64),
          cutSentences,
        });
        expect(checkDocument(document)).toEqual([]);
      } catch (error) {
        if (!(error instanceof DdmError)) throw error;
      }
    }),
    { numRuns: 80 },
  );
});
