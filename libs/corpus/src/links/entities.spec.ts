import { describe, expect, it } from '@jest/globals';
import type { Corpus } from '../corpus.ts';
import { useCorpora } from '../testing/test-corpus.ts';
import { add, base } from '../testing/test-paper.ts';

const corpora = useCorpora();
const place = (key: string): string => `${base}paper/${key}/ent1`;

async function filled(): Promise<Corpus> {
  const corpus = corpora.create();
  for (const [letter, label] of [
    ['a', 'gradient descent'],
    ['b', 'Gradient Descent'],
    ['c', 'steepest descent'],
  ] as const) {
    await add(corpus, { text: letter, identifiers: { doi: `10.1/${letter}` }, entities: [{ label }] });
  }
  await corpus.updateLinks();
  return corpus;
}

const sizes = (corpus: Corpus): number[] => corpus.entities.list().map(({ places }) => places.length);

describe('the entities of a corpus', () => {
  it('are one thing where papers name them alike, in a graph of their own', async () => {
    const corpus = await filled();
    expect(sizes(corpus)).toEqual([2]);
    const graph = corpus.snapshot().graphs.find(({ name }) => name === `${base}graph/entities`);
    expect(await corpus.readGraph(graph?.digest ?? '')).toContain(`<${place('10.1_b')}>`);
  });

  it('are merged and split by decisions, and are as they were when these are undone', async () => {
    const corpus = await filled();
    const before = corpus.snapshotDigest().digest;
    const merged = await corpus.entities.merge([place('10.1_a'), place('10.1_c')]);
    expect([sizes(corpus), merged.commit]).toEqual([[3], corpus.commitNumber()]);
    const { decision } = await corpus.entities.split([place('10.1_b')]);
    expect(sizes(corpus)).toEqual([2]);
    await corpus.entities.undo(decision.id);
    await corpus.entities.undo(merged.decision.id);
    expect([sizes(corpus), corpus.entities.decisions()]).toEqual([[2], []]);
    expect(corpus.snapshotDigest().digest).toBe(before);
    expect(corpus.people.decisions()).toEqual([]);
  });

  it('are found by any of their places, and one that a single paper names by itself', async () => {
    const corpus = await filled();
    const [shared] = corpus.entities.list();
    expect(shared).toMatchObject({
      iri: `${base}entity/10.1_a/ent1`,
      name: 'Gradient Descent',
      names: ['gradient descent'],
    });
    expect(shared?.matches).toEqual([
      { places: [place('10.1_a'), place('10.1_b')], evidence: ['label: gradient descent'] },
    ]);
    expect(corpus.entities.find(place('10.1_b'))).toEqual(shared);
    expect(corpus.entities.find(place('10.1_c'))).toMatchObject({ name: 'steepest descent', matches: [] });
    const { entities } = await corpus.entities.merge([shared?.iri ?? '', place('10.1_c')]);
    expect(entities.map(({ places }) => places.length)).toEqual([3]);
  });

  it('refuse decisions about what is not there, or that decide nothing', async () => {
    const corpus = await filled();
    await expect(corpus.entities.merge([place('10.1_a'), place('10.1_z')])).rejects.toThrow('10.1_z/ent1');
    await expect(corpus.entities.merge([place('10.1_a'), place('10.1_b')])).rejects.toThrow('two things');
    await expect(corpus.entities.split([place('10.1_a'), place('10.1_b')])).rejects.toThrow('not some of those');
    await expect(corpus.entities.split([place('10.1_a'), place('10.1_c')])).rejects.toThrow('not some of those');
    await expect(corpus.entities.undo(7)).rejects.toThrow('number 7');
  });
});
