import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { documentToNQuads } from '../../rdf/document-to-quads.ts';
import { quadsToDocument } from '../../rdf/quads-to-document.ts';
import { checkDocument } from '../../validate/check-document.ts';
import { fixture, read } from './testing/read-fixture.ts';

const base = 'http://localhost:3000/id/';
const tex = String.raw;

/** Pieces that change what everything behind them means. */
const pieces = [
  ['{', '}', '$', '$$', '%', '[', ']', '&', '^', '_', '#1', '\n\n', '\\'],
  [tex`\begin{table}`, tex`\end{table}`, tex`\begin{equation}`, tex`\end{document}`, tex`\[`, tex`\\`, tex`\item`],
  [tex`\cite{`, tex`\section{`, tex`\footnote{`, tex`\caption{`, tex`\label{`, tex`\author{`, tex`\multirow{`],
  [tex`\def\x#1{`, tex`\newcommand{\ `, tex`\input{`, tex`\iffalse`, tex`\else`, tex`\fi`, tex`\verb|`, tex`\over`],
].flat();

const damages = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(60), piece: fc.constantFrom(...pieces) }),
  { minLength: 1, maxLength: 8 },
);

function damaged(source: string, damage: readonly { at: number; length: number; piece: string }[]): string {
  return damage.reduce((text, { at, length, piece }) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + piece + text.slice(start + length);
  }, source);
}

describe('A source that LaTeX would not take', () => {
  const sources = ['all-structures/main.tex', 'all-structures/sections/method.tex', 'classes/ieee.tex'].map((name) =>
    fixture(name).toString(),
  );

  it('still makes a valid document that its graph gives back', async () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...sources), damages, async (source, damage) => {
        const document = { ...(await read(damaged(source, damage))), key: 'key' };
        expect(checkDocument(document)).toEqual([]);
        expect(quadsToDocument(documentToNQuads(document, { base, key: 'key' }), { base })).toEqual(document);
      }),
      { numRuns: 100, seed: 1 },
    ));

  it('may be cut off anywhere', async () => {
    const whole = fixture('2305.03393/main.tex').toString();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 1 }), async (length) => {
        expect(checkDocument(await read(whole.slice(0, length)))).toEqual([]);
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});
