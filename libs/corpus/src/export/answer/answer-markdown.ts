import { type Answer, type Citation, type PublicationStatus, statusWords, type Verdict } from '@askg/contract';
import { type CslName, cslItem, type RecordedPaper } from '../records/csl-item.ts';
import { citationsOf, type ExportedAnswer } from './exported-answer.ts';
import { tableMarkdown } from './table-markdown.ts';

const verdicts: Record<Verdict, string> = {
  supported: 'Supported by the sources below.',
  'partly-supported': 'Only partly supported by the sources below.',
  'not-in-corpus': 'Not in these papers. What comes nearest stands below.',
  'no-answer': 'There is no answer.',
};

/** An answer as Markdown: question, verdict, claims, numbered quotes, and the papers that they are from. */
export function answerMarkdown(exported: ExportedAnswer): string {
  const { answer, papers, statuses } = exported;
  const quotes = citationsOf(answer);
  const blocks = [
    `# ${plain(answer.question)}`,
    `**${verdicts[answer.verdict]}**`,
    ...(answer.problem ? [plain(`${answer.problem.title}. ${answer.problem.detail}`)] : []),
    answerText(answer),
    ...(answer.table ? [tableMarkdown(answer.table, exported, plain)] : []),
    ...(answer.claims.length === 0 ? [] : ['## Claims', answer.claims.map(claimItem).join('\n')]),
    ...(quotes.length === 0 ? [] : ['## Sources', ...quotes.map((quote) => quoteBlock(quote, statuses))]),
    ...(papers.length === 0
      ? []
      : ['## References', papers.map((paper) => referenceItem(paper, statuses?.get(paper.key))).join('\n')]),
    '## About this answer',
    about(exported),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Paragraphs, and lists as they were written, under the parts of the question. */
function answerText({ answer, parts = [] }: Answer): string {
  const leads = new Set(parts.map(({ question }) => question));
  return answer
    .split('\n')
    .map((line) => {
      if (leads.has(line)) return `### ${plain(line)}`;
      return line.startsWith('- ') ? `- ${plain(line.slice(2))}` : plain(line);
    })
    .join('\n')
    .trim();
}

function claimItem({ text, support, citations, rows }: Answer['claims'][number]): string {
  const numbers = [...citations, ...rows.flatMap(({ sources }) => sources)].map(({ n }) => n);
  const cited = [...new Set(numbers)].toSorted((a, b) => a - b).map((n) => ` \\[${n}\\]`);
  return `- ${plain(text)}${cited.join('')} (${support.label}, ${support.score.toFixed(2)} by ${plain(support.method)})`;
}

function quoteBlock(citation: Citation, statuses: ExportedAnswer['statuses']): string {
  const { n, quote, title, section, iri, paper, status } = citation;
  const told = toldStatus(statuses === undefined ? status : statuses.get(paper));
  const place = section === undefined ? `${plain(title)}${told}` : `${plain(title)}${told}, ${plain(section)}`;
  return `\\[${n}\\] “${plain(quote)}”  \n${place}, <${iri}>`;
}

/** ` (retracted)`: as it is now, which may be other than when the answer was given. */
function toldStatus(status: PublicationStatus | undefined): string {
  return status === undefined ? '' : ` (${statusWords(status)})`;
}

function referenceItem(paper: RecordedPaper, status: PublicationStatus | undefined): string {
  const { author, title, issued, 'container-title': venue, URL: url } = cslItem(paper);
  const year = issued?.['date-parts'][0]?.[0];
  const parts = [[author.map(nameOf).join(', '), year === undefined ? '' : ` (${year})`].join(''), title, venue ?? ''];
  const told = parts.filter((part) => part !== '').map((part) => `${plain(part).replace(/\.$/, '')}.`);
  return `- ${told.join(' ')}${toldStatus(status)}${url === undefined ? '' : ` <${encodeURI(decodeSafely(url))}>`}`;
}

function nameOf(name: CslName): string {
  if ('literal' in name) return name.literal;
  return name.given === undefined ? name.family : `${name.given} ${name.family}`;
}

function about({ answer, iri, at }: ExportedAnswer): string {
  const { corpus, settings, usage, hash } = answer;
  const model = settings === undefined || settings.model === 'none' ? 'no language model' : plain(settings.model);
  return [
    `- Address: <${iri}>`,
    ...(at === undefined ? [] : [`- Given: ${at}`]),
    `- Commit of the corpus: ${corpus.version}`,
    ...(settings?.ways === 'text' ? ['- Asked of: the text alone, without the graph'] : []),
    `- Written by: ${model}, ${usage.modelCalls} calls, ${usage.inputTokens} tokens in, ${usage.outputTokens} out`,
    ...(hash === undefined ? [] : [`- SHA-256 of the whole answer: ${hash}`]),
  ].join('\n');
}

/** Text on one line in which nothing is markup. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|~$&!]/g, String.raw`\$&`)
    .replace(/^(\d+)([.)]) /, String.raw`$1\$2 `)
    .replace(/^([+-]) /, String.raw`\$1 `);
}

/** An address in which some characters may be encoded already. */
function decodeSafely(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return '';
  }
}
