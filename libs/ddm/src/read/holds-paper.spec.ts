import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { pack } from 'tar-stream';
import { holdsPaper } from './holds-paper.ts';

async function archive(files: Record<string, string>): Promise<Buffer> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, content);
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) chunks.push(chunk as Uint8Array);
  return gzipSync(Buffer.concat(chunks));
}

it('an archive with a file that begins a document holds a paper', async () => {
  const bytes = await archive({ 'a.png': 'x', 'main.tex': '% v2\n\\documentclass{article}' });
  expect(await holdsPaper(bytes, 'latex')).toBe(true);
});

it('an archive of anything else does not', async () => {
  expect(await holdsPaper(await archive({ 'a.xml': '<article/>', 'part.tex': 'Words.' }), 'latex')).toBe(false);
});

it('what cannot be opened, or is no archive, is left to its reader', async () => {
  const whole = await archive({ 'a.txt': 'x'.repeat(5000) });
  expect(await holdsPaper(whole.subarray(0, -20), 'latex')).toBe(true);
  expect(await holdsPaper(Buffer.from('\\section{A}'), 'latex')).toBe(true);
});
