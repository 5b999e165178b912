import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { letters } from '../measures/letters.ts';
import { type CheckedPaper, checkedTruth } from './checked-truth.ts';

const folder = join(import.meta.dirname, '..', '..', 'gold');
const files = readdirSync(folder).filter((name) => name.endsWith('.checked.json'));
const longEnough = 20;

describe('checked papers', () => {
  it('are ten at least', () => expect(files.length).toBeGreaterThanOrEqual(10));

  it.each(files)('name their PDF, its licence, and edges that can be found: %s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const paper = JSON.parse(text) as CheckedPaper;
    expect(paper.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(`${paper.file.replace(/\.pdf$/, '')}.checked.json`).toBe(name);
    expect(paper.source).toMatch(/CC BY 4\.0$/);
    expect(paper.references.entries.every(({ at }) => at < paper.references.count)).toBe(true);
    const { edges, facts } = checkedTruth(text);
    expect(edges.filter((edge) => letters(edge).length < longEnough)).toEqual([]);
    expect(facts.paragraphs).toHaveLength(paper.paragraphs.length);
  });
});
