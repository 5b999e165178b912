import { words } from '../../xml/names.ts';
import { element } from '../../xml/element.ts';
import type { XmlNode } from '../../xml/tree.ts';
import type { ProtectedPart } from '../source/protected.ts';
import type { MarkdownContext } from './context.ts';
import { formula } from './formula.ts';

const layout = new Set(
  words(`
  newpage pagebreak clearpage cleardoublepage vspace hspace vfill hfill bigskip medskip smallskip noindent indent small
  footnotesize scriptsize tiny normalsize large Large LARGE centering raggedright linebreak newline par maketitle
  tableofcontents setlength addtolength renewcommand newcommand def usepackage bibliographystyle bibliography
  beginsupplement appendix columnbreak hline toprule midrule bottomrule label phantomsection allowdisplaybreaks
  `),
);
const styles: Readonly<Record<string, string>> = {
  textbf: 'bold',
  textit: 'italic',
  emph: 'italic',
  texttt: 'monospace',
  textsc: 'sc',
  underline: 'underline',
  textsuperscript: 'sup',
  textsubscript: 'sub',
  text: 'roman',
  textrm: 'roman',
  textsf: 'roman',
  mbox: 'roman',
};
const signs: Readonly<Record<string, string>> = {
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  textbackslash: '\\',
  textasciitilde: '~',
  textendash: '–',
  textemdash: '—',
  ldots: '…',
  dots: '…',
  textregistered: '®',
  texttrademark: '™',
  copyright: '©',
  S: '§',
  ss: 'ß',
  degree: '°',
};

/** What a TeX command in running text shows. Commands that are not known stay as they are written. */
export function readCommand(part: Extract<ProtectedPart, { kind: 'command' }>, context: MarkdownContext): XmlNode[] {
  const { name, argumentTexts } = part;
  const [first = '', second = ''] = argumentTexts;
  const style = styles[name];
  if (style !== undefined && first !== '') return [element(style, {}, context.readers.fragment(first, context))];
  if (Object.hasOwn(signs, name)) return [signs[name] ?? ''];
  if (layout.has(name)) return [];
  if (/^(?:auto|c|C|v|page)?ref$/.test(name)) {
    const form = name === 'ref' || name === 'pageref' ? 'number' : 'named';
    return list(first).flatMap((label, i) => [i === 0 ? '' : ', ', context.labels.reference(label, form)]);
  }
  if (name === 'eqref') return [context.labels.reference(first, 'bracketed')];
  if (/^[Cc]ite/.test(name) && first !== '') return readCite(name, argumentTexts.at(-1) ?? '', context);
  if (name === 'nocite') {
    for (const key of list(first)) context.citations.include(key);
    return [];
  }
  if (name === 'footnote') return [element('fn', {}, [element('p', {}, context.readers.fragment(first, context))])];
  if (name === 'url') return [element('ext-link', { 'xlink:href': first }, [first])];
  if (name === 'href') return [element('ext-link', { 'xlink:href': first }, context.readers.fragment(second, context))];
  context.notices.push((findings) => findings.unknown(`\\${name}`));
  return [part.source];
}

function list(argument: string): string[] {
  return argument
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function readCite(name: string, keys: string, context: MarkdownContext): XmlNode[] {
  const items = list(keys).map((key) => ({ key, prefix: '', suffix: '', suppressed: name.startsWith('citeyear') }));
  if (/^(?:[Cc]itet|citeauthor|textcite)/.test(name)) {
    return items.flatMap(({ key }, i) => [i === 0 ? '' : ', ', ...context.citations.narrative(key, '')]);
  }
  return context.citations.group(items);
}

/** A TeX environment that is no formula: its text is kept, its commands are read. */
export function readEnvironment(
  part: Extract<ProtectedPart, { kind: 'environment' }>,
  context: MarkdownContext,
): XmlNode[] {
  if (/^(?:center|flushleft|flushright|small|footnotesize|quote|quotation|landscape|abstract)$/.test(part.name)) {
    return context.readers.fragment(part.body, context);
  }
  context.notices.push((findings) => findings.unknown(`\\begin{${part.name}}`));
  return [element('monospace', {}, [part.body.trim()])];
}

/** Any part that was kept from Markdown, in running text. */
export function readPart(part: ProtectedPart, context: MarkdownContext): XmlNode[] {
  switch (part.kind) {
    case 'math':
      return [formula(part, context)];
    case 'command':
      return readCommand(part, context);
    case 'environment':
      return readEnvironment(part, context);
    case 'character':
      return [part.text];
    default:
      return [part.rows.rows.map((row) => row.join(' ')).join(' ')];
  }
}
