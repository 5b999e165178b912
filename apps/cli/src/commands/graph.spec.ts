import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Answer } from '@askg/contract';
import { parseQuads } from '@askg/ddm';
import { run, type Ran } from '../testing/run.ts';

const ferries = fileURLToPath(new URL('../../../../libs/kgqp/src/foreign/testing/ferries.ttl', import.meta.url));

describe('askg graph', () => {
  let folder: string;
  const askg = (...words: string[]): Promise<Ran> => run(words, { ASKG_DATA: join(folder, 'data') });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'askg-graph-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('adds a graph that can be asked at once, without a corpus', async () => {
    expect((await askg('graph')).err).toMatch(/^No other graphs yet/);
    const added = await askg('graph', 'add', 'ferries', ferries, '--file', '--json');
    expect({ code: added.code, entry: JSON.parse(added.out) as object }).toMatchObject({
      code: 0,
      entry: { name: 'ferries', source: 'ferries.ttl', isFile: true },
    });
    expect((await askg('graph', 'list')).out).toMatch(/^ferries +ferries\.ttl +\d+ triples/);
    const asked = await askg('ask', '--graph', 'ferries', '--json', 'Who', 'commands', 'the', 'Borea?');
    expect(Answer.parse(JSON.parse(asked.out))).toMatchObject({ answer: 'Ole Berg', graph: { name: 'ferries' } });
    const told = await askg('ask', '--graph', 'ferries', 'How many catamarans are there?');
    expect(told.out).toMatch(/^2\n\nFrom the graph ferries \(ferries\.ttl\)/);
    expect(told.out).toContain('COUNT(DISTINCT ?catamaran)');
  });

  it('shows what a graph is made of', async () => {
    expect((await askg('graph', 'describe', 'ferries')).out).toMatch(/^Car Ferry \(4\) <\S+CarFerry>$/m);
    const { out } = await askg('graph', 'describe', 'ferries', '--void');
    expect(parseQuads(out, 'application/n-quads').length).toBeGreaterThan(50);
    expect((await askg('graph', 'describe', 'ferries', '--refresh', '--json')).code).toBe(0);
  });

  it('says what cannot be asked', async () => {
    const unknown = await askg('ask', '--graph', 'ferries', '--json', 'Who commands the Titanic?');
    expect(unknown.code).toBe(1);
    expect(Answer.parse(JSON.parse(unknown.out)).problem?.code).toBe('kgqp/no-query');
    const mixed = await askg('ask', '--graph', 'ferries', '--paper', 'x', 'Who commands the Borea?');
    expect([mixed.code, mixed.err]).toEqual([2, expect.stringMatching(/^cli\/wrong-use/)]);
    const absent = await askg('ask', '--graph', 'none', 'Who commands the Borea?');
    expect([absent.code, absent.err]).toEqual([2, expect.stringMatching(/^kgqp\/unknown-graph/)]);
    const here = await askg('graph', 'add', 'here', 'http://127.0.0.1:9/sparql');
    expect([here.code, here.err]).toEqual([2, expect.stringContaining('ASKG_SERVICES_PRIVATE')]);
  });

  it('removes a graph', async () => {
    expect((await askg('graph', 'rm', 'ferries')).out).toBe('Removed ferries.\n');
    expect((await askg('graph', 'rm', 'ferries')).code).toBe(2);
  });
});
