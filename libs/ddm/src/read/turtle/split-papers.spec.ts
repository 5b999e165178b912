import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { turtleFixture } from '../../testing/turtle-fixture.ts';
import { splitSource } from '../split-source.ts';

const experiment = turtleFixture('experiment.ttl');
const text = ({ bytes }: { bytes: Uint8Array }): string => Buffer.from(bytes).toString();

describe('a graph of several papers', () => {
  it('is divided into one part for each, by name', async () => {
    const parts = await splitSource(experiment);
    expect(parts.map(({ name }) => name)).toEqual(['Paper-0a', 'Paper-0b']);
  });

  it('gives each part what its paper leads to, and nothing of the other', async () => {
    const [elms, poems] = (await splitSource(experiment)).map(text);
    expect(elms).toContain('Elms grow in many towns');
    expect(elms).not.toContain('Unknown Title');
    expect(poems).not.toContain('Elms grow');
    expect(poems).not.toContain('the_sapling');
  });

  it('tells each part which of its excerpts another paper holds', async () => {
    const [elms] = (await splitSource(experiment)).map(text);
    expect(elms).toContain('Abstract-b1> <https://www.anu.edu.au/onto/scholarly#contains>');
  });

  it('leaves the bytes of a part as they are when another paper changes', async () => {
    const changed = Buffer.from(experiment.toString().replace('Poems have lines."', 'Poems have many lines."'));
    const [before, after] = [await splitSource(experiment), await splitSource(changed)];
    expect(after.map(text)[0]).toBe(before.map(text)[0]);
    expect(after.map(text)[1]).not.toBe(before.map(text)[1]);
  });

  it('names blank nodes alike each time', async () => {
    const graph = Buffer.from(`@prefix askg: <https://www.anu.edu.au/onto/scholarly#> .
      askg:A a askg:Paper ; askg:hasParagraph [ askg:contents "One." ], [ askg:contents "Two." ] . askg:B a askg:Paper .`);
    const [first, second] = [await splitSource(graph), await splitSource(graph)];
    expect(first.map(text)).toEqual(second.map(text));
    expect(text(first[0] ?? { bytes: Buffer.alloc(0) })).toContain('_:b2');
  });

  it('may be compressed', async () => {
    const parts = await splitSource(gzipSync(experiment), { fileName: 'a.ttl.gz' });
    expect(parts.map(text)).toEqual((await splitSource(experiment)).map(text));
  });
});

it.each<[string, Buffer]>([
  ['a graph of one paper', turtleFixture('pipeline.ttl')],
  ['a graph without papers', Buffer.from('@prefix ex: <http://example.org/> . ex:a ex:b ex:c .')],
  ['another format', Buffer.from('<article/>')],
])('%s is not divided', async (_, bytes) => expect(await splitSource(bytes)).toEqual([]));
