import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { DdmError } from '../../ddm-error.ts';
import { bodyTexts } from '../../testing/read-article.ts';
import { checkDocument } from '../../validate/check-document.ts';
import { openArchive } from './source/open-archive.ts';
import { archive, paper, read } from './testing/read-fixture.ts';

const tex = String.raw;

async function outcome(source: string | Uint8Array, options = {}) {
  try {
    return await read(source, options);
  } catch (error) {
    if (error instanceof DdmError) return error;
    throw error;
  }
}

/** What each source ends in: an error, or text that is read and findings. */
const refused: [string, string | Uint8Array, string, string][] = [
  ['50 MB of text', new Uint8Array(50_000_000).fill(0x61), 'ddm/too-large', '50000000 bytes'],
  ['a gzip bomb of one file', gzipSync(Buffer.alloc(100_000_000, 0x61)), 'ddm/too-large', 'inflates to more'],
  ['a damaged gzip file', gzipSync(Buffer.from(paper('Words.'))).subarray(0, 60), 'ddm/malformed-gzip', ''],
  ['groups inside each other', paper('{'.repeat(5000)), 'ddm/too-deep', 'main.tex, line 4'],
  ['environments inside each other', paper(tex`\begin{center}`.repeat(5000)), 'ddm/too-deep', 'line 4'],
  ['a zero byte', Buffer.from(`${paper('Words.')}\0`), 'ddm/malformed-text', 'line 6'],
];

const kept: [string, string, string[], string | undefined][] = [
  ['a brace too many', 'One}. Two.', ['One.', 'Two.'], 'ddm/latex-unbalanced: main.tex, line 4'],
  [
    'an open brace',
    tex`One. {\bf Two.` + '\n\nThree.',
    ['One.', 'Two.', 'Three.'],
    'ddm/latex-unbalanced: main.tex, line 4',
  ],
  ['an open environment', tex`One. \begin{quote}Two.`, ['One.', 'Two.'], 'ddm/latex-unbalanced: main.tex, line 4'],
  [
    'an end without a beginning',
    tex`One. \end{quote} Two.`,
    ['One.', 'Two.'],
    'ddm/latex-unbalanced: main.tex, line 4',
  ],
  ['an open formula', 'One $x.\n\nTwo.', ['One x.', 'Two.'], 'ddm/latex-math: main.tex, line 4'],
  ['an open displayed formula', tex`One \begin{equation} x. \section{Two} Three.`, ['Three.'], 'ddm/latex-math'],
  ['an argument without an end', tex`\newcommand{\drop}[1]{}One. \drop{Two.`, ['One.', 'Two.'], 'ddm/latex-unbalanced'],
  ['a condition without an end', tex`One. \iffalse Two.`, ['One.', 'Two.'], 'ddm/latex-unbalanced: main.tex, line 4'],
  ['a macro that calls itself', tex`\def\a{x \a}One. \a`, ['One.'], 'ddm/macro-limit: main.tex, line 4'],
  ['two macros that call each other', tex`\def\a{\b y}\def\b{\a y}One. \a Two.`, ['One.'], 'ddm/macro-limit'],
  [
    'macros that double',
    tex`${[...'abcdefghijklmnopqrst'].map((name, i) => tex`\def\z${name}{\z${'bcdefghijklmnopqrstu'[i] ?? ''}\z${'bcdefghijklmnopqrstu'[i] ?? ''}}`).join('')}\def\zu{word }One. \za Two.`,
    ['One.'],
    'ddm/macro-limit',
  ],
  [
    'a file outside',
    tex`One. \input{../../etc/passwd}\input{/etc/passwd}\input{|ls}Two.`,
    ['One.', 'Two.'],
    'ddm/outside-upload',
  ],
  [
    'a file that is not there',
    tex`One. \input{more}Two.`,
    ['One.', 'Two.'],
    'ddm/missing-input: more (main.tex, line 4)',
  ],
  [
    'spans as wide as memory',
    tex`One. \begin{tabular}{l}\multicolumn{999999999}{c}{x}\\ y\end{tabular}`,
    ['One.'],
    undefined,
  ],
  ['no end of the document', tex`One.` + '\n', ['One.'], undefined],
];

describe('hostile LaTeX', () => {
  it.each(refused)('%s is refused', async (_, source, code, says) =>
    expect(await outcome(source)).toMatchObject({ code, message: expect.stringContaining(says) }),
  );

  it.each(kept)('%s is told, and what can be read is kept', async (_, body, texts, finding) => {
    const document = await outcome(paper(body));
    if (document instanceof DdmError) throw document;
    const found = bodyTexts(document).join(' ');
    for (const text of texts) expect(found).toContain(text);
    expect(checkDocument(document)).toEqual([]);
    const told = document.findings.map(({ code, message }) => `${code}: ${message.replace(/^[^:]*: /, '')}`);
    if (finding !== undefined) expect(told).toContainEqual(expect.stringContaining(finding));
  });

  it('reads a source whose document does not end', async () => {
    const document = await read(tex`\documentclass{article}\begin{document}One. \section{Two} Three.`);
    expect(bodyTexts(document)).toEqual(['One.', 'Three.']);
    expect(document.findings).toMatchObject([{ code: 'ddm/no-title' }, { code: 'ddm/latex-unbalanced' }]);
  });

  it.each<[string, Uint8Array, string | undefined]>([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${paper('Café.')}`), undefined],
    ['UTF-16', Buffer.from(`\ufeff${paper('Café.')}`, 'utf16le'), undefined],
    [
      'Latin 1 that says so',
      Buffer.from(paper('Café.', tex`\usepackage[latin1]{inputenc}` + '\n'), 'latin1'),
      undefined,
    ],
    ['Latin 1 that says nothing', Buffer.from(paper('Café.'), 'latin1'), 'ddm/guessed-encoding'],
    [
      'Latin 1 that says UTF-8',
      Buffer.from(paper('Café.', tex`\usepackage[utf8]{inputenc}` + '\n'), 'latin1'),
      'ddm/guessed-encoding',
    ],
  ])('reads %s', async (_, bytes, finding) => {
    const document = await read(bytes);
    expect(bodyTexts(document)).toEqual(['Café.']);
    expect(document.findings.map(({ code }) => code)).toEqual(finding === undefined ? [] : [finding]);
  });

  it('asks nobody for files outside the upload', async () => {
    const asked: string[] = [];
    const companion = (name: string): undefined => {
      asked.push(name);
    };
    await read(paper(tex`\input{../a}\input{/b}\input{c/../../d}\input{e/../f}\bibliography{../g}`), { companion });
    expect(asked.filter((name) => /\.\.|^\//.test(name))).toEqual([]);
    expect(asked).toContain('f.tex');
  });
});

describe('hostile archives', () => {
  const main = { name: 'main.tex', content: paper('One. \\input{a}\\input{b}Two.') };

  it('reads no links and nothing outside its folder', async () => {
    const document = await read(
      await archive([
        main,
        { name: 'a.tex', type: 'symlink', linkname: '/etc/passwd' },
        { name: 'b.tex', type: 'link', linkname: 'main.tex' },
        { name: '../c.tex', content: 'Outside.' },
        { name: '/d.tex', content: 'Absolute.' },
      ]),
    );
    expect(bodyTexts(document)).toEqual(['One. Two.']);
    expect(document.findings.find(({ code }) => code === 'ddm/outside-upload')).toMatchObject({ amount: 4 });
    expect(document.findings.find(({ code }) => code === 'ddm/missing-input')).toMatchObject({ amount: 2 });
  });

  it('reads files that take each other in once', async () => {
    const document = await read(
      await archive([
        main,
        { name: 'a.tex', content: 'Three. \\input{b}' },
        { name: 'b.tex', content: 'Four. \\input{a}\\include{main}' },
      ]),
    );
    expect(bodyTexts(document).join(' ')).toContain('One. Three. Four.');
    expect(document.findings.find(({ code }) => code === 'ddm/recursive-input')?.message).toContain('b.tex, line 1');
  });

  it('refuses one without a paper, and damaged ones', async () => {
    const whole = await archive([main, { name: 'x.tex', content: 'y'.repeat(5000) }]);
    expect(await outcome(await archive([{ name: 'notes.txt', content: 'Words.' }]))).toMatchObject({
      code: 'ddm/not-latex',
    });
    expect(await outcome(whole.subarray(0, whole.length - 40))).toMatchObject({ code: 'ddm/malformed-archive' });
  });

  it('counts what comes out, also of files that are not kept', async () => {
    const limits = { inflated: 100_000, files: 10, text: 20_000, file: 10_000, depth: 4 };
    const opens = async (...entries: { name: string; content: string }[]) => {
      const bytes = await archive(entries);
      return openArchive(bytes, limits).then(
        ({ files }) => [...files.keys()],
        (error: unknown) => (error instanceof DdmError ? error.code : error),
      );
    };
    expect(await opens({ name: 'figure.png', content: 'x'.repeat(200_000) })).toBe('ddm/too-large');
    expect(await opens({ name: 'a.tex', content: 'x'.repeat(10_001) })).toBe('ddm/too-large');
    expect(await opens(...['a', 'b', 'c'].map((name) => ({ name: `${name}.tex`, content: 'x'.repeat(9000) })))).toBe(
      'ddm/too-large',
    );
    expect(await opens(...Array.from({ length: 11 }, (_, i) => ({ name: `${i}.png`, content: 'x' })))).toBe(
      'ddm/too-large',
    );
    expect(
      await opens(
        { name: 'a/b/c/d/e.tex', content: 'x' },
        { name: 'f.tex', content: 'x' },
        { name: 'g.png', content: 'x' },
      ),
    ).toEqual(['f.tex']);
  });
});
