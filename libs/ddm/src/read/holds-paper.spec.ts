import { expect, it } from '@jest/globals';
import { holdsPaper } from './holds-paper.ts';
import { archive } from './latex/testing/read-fixture.ts';

it('an archive with a file that begins a document holds a paper', async () => {
  const bytes = await archive([
    { name: 'a.png', content: 'x' },
    { name: 'main.tex', content: '% v2\n\\documentclass{article}' },
  ]);
  expect(await holdsPaper(bytes, 'latex')).toBe(true);
});

it('an archive of anything else does not', async () => {
  const bytes = await archive([
    { name: 'a.xml', content: '<article/>' },
    { name: 'part.tex', content: 'Words.' },
  ]);
  expect(await holdsPaper(bytes, 'latex')).toBe(false);
});

it('what cannot be opened, or is no archive, is left to its reader', async () => {
  const whole = await archive([{ name: 'a.txt', content: 'x'.repeat(5000) }]);
  expect(await holdsPaper(whole.subarray(0, -20), 'latex')).toBe(true);
  expect(await holdsPaper(Buffer.from('\\section{A}'), 'latex')).toBe(true);
});
