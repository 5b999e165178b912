import type { Document, Figure, Formula, Paragraph, Section, Sentence, Table } from '@askg/contract';

/**
 * A document as Markdown: `#` headings, one paragraph, caption, formula, note or reference a block, tables as rows of cells.
 * Floats stand at the end of their section.
 */
export function documentMarkdown(document: Document): string {
  const blocks = [`# ${inert(document.title)}`];
  if (document.abstract.length > 0) blocks.push('## Abstract', ...document.abstract.map(paragraphBlock));
  for (const section of document.sections) pushSection(blocks, section, document);
  for (const float of floatsOf(document, undefined)) blocks.push(...float);
  const notes = document.footnotes.flatMap(({ paragraphs }) => paragraphs.map(paragraphBlock));
  if (notes.length > 0) blocks.push('## Notes', ...notes);
  if (document.references.length > 0) blocks.push('## References', ...document.references.map(({ raw }) => plain(raw)));
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function pushSection(blocks: string[], section: Section, document: Document): void {
  if (section.heading !== '') {
    const number = section.number === undefined ? '' : `${inert(section.number)} `;
    blocks.push(`${'#'.repeat(Math.min(6, section.depth + 1))} ${number}${inert(section.heading)}`);
  }
  blocks.push(...section.paragraphs.map(paragraphBlock));
  for (const float of floatsOf(document, section.id)) blocks.push(...float);
  for (const child of section.sections) pushSection(blocks, child, document);
}

function floatsOf(document: Document, section: string | undefined): string[][] {
  const here = (float: { section?: string }): boolean => float.section === section;
  return [
    ...document.figures.filter(here).map((figure) => [captionBlock(figure)]),
    ...document.tables.filter(here).map(tableBlocks),
    ...document.formulas.filter(here).map((formula) => [formulaBlock(formula)]),
  ];
}

function paragraphBlock({ kind, heading, list, sentences }: Paragraph): string {
  const words = (heading === undefined ? '' : `${heading} `) + textOf(sentences);
  if (kind === 'code') return codeBlock(words);
  const text = inert(words);
  if (kind === 'quote') return `> ${text}`;
  if (kind !== 'item') return atStart(text);
  return `${'  '.repeat((list?.depth ?? 1) - 1)}${list?.ordered ? '1.' : '-'} ${text}`;
}

function captionBlock({ label, caption }: Pick<Figure, 'label' | 'caption'>): string {
  return plain([label, textOf(caption)].filter(Boolean).join(' '));
}

function tableBlocks(table: Table): string[] {
  const rows = table.rows.map(({ cells }) => cells.map(({ text }) => inert(text).replaceAll('|', '\\|')));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, column) => cells[column] ?? '').join(' | ')} |`;
  const [first = [], ...others] = rows;
  const rule = line(Array.from({ length: width }, () => '---'));
  const body = width === 0 ? '' : [line(first), rule, ...others.map(line)].join('\n');
  return [captionBlock(table), body, ...(table.notes ?? []).map(paragraphBlock)];
}

function formulaBlock({ tex, text }: Formula): string {
  return tex === undefined ? plain(text) : `$$\n${inertTex(tex)}\n$$`;
}

function textOf(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => text).join(' ');
}

/** A fence that is longer than all within. */
function codeBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** A reader that knows no formulas takes `<a` for a tag. */
function inertTex(tex: string): string {
  return tex.replaceAll('$$', '').replaceAll(/<(?=[a-z/!?])/gi, String.raw`\lt `);
}

function plain(text: string): string {
  return atStart(inert(text));
}

/** Papers may hold anything: tags and links of their text are shown as they stand, and fetch and run nothing. */
function inert(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<(?=[a-z/!?])/gi, String.raw`\<`)
    .replaceAll('](', String.raw`]\(`);
}

/** Text that begins like a mark of Markdown stays text. */
function atStart(text: string): string {
  return text.replace(/^(?=[#>+*-]|\d+[.)]\s)/, '\\').replace(/^\\(\d+)/, '$1\\');
}
