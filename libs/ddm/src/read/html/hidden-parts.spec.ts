import { describe, expect, it } from '@jest/globals';
import { readSource } from '../read-source.ts';

const table = (row: string, caption = '<caption>Table 1. Words.</caption>'): string =>
  `<table>${caption}<tr><th>A</th><th>B</th></tr>${row}</table>`;

/** What is shown of a page: its texts without those that are flagged. */
async function shown(block: string): Promise<string> {
  const page = `<html><head><title>A page</title></head><body><article><h1>A page</h1><p>Some words.</p>${block}</article></body></html>`;
  const { blocks, findings } = await readSource(Buffer.from(page), { as: 'html' });
  expect(findings).toContainEqual(expect.objectContaining({ code: 'ddm/hidden-text' }));
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('text' in value && 'marks' in value) {
      const isFlagged = (value.marks as { kind: string }[]).some(({ kind }) => kind === 'hidden');
      if (!isFlagged) texts.push(String(value.text));
    } else Object.values(value).forEach(visit);
  };
  visit(blocks);
  return texts.join('|');
}

describe('a page that hides parts', () => {
  it.each([
    ['a cell', table('<tr><td>Open</td><td style="display:none">Secret</td></tr>')],
    ['a row', table('<tr hidden><td>Secret</td><td><p>Secret too</p></td></tr><tr><td>Open</td></tr>')],
    ['a caption', table('<tr><td>Open</td><td>1</td></tr>', '<caption hidden>Table 1. Secret words.</caption>')],
    ['an item', '<ul><li>Open item.</li><li style="visibility:hidden">Secret item.</li></ul>'],
    ['a list', '<ol hidden><li>Secret item.</li></ol><p>Open words.</p>'],
    [
      'a caption of a figure',
      '<figure><img src="a.png"><figcaption hidden>Secret words.</figcaption></figure><p>Open.</p>',
    ],
  ])('does not show the words of %s', async (_, block) => {
    const text = await shown(block);
    expect(text).not.toMatch(/Secret/);
    expect(text).toMatch(/Open/);
  });
});
