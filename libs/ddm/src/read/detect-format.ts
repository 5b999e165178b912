import type { Format } from '@askg/contract';
import { formatByExtension } from './formats.ts';
import { inflateHead, isGzip } from './gzip/inflate.ts';
import { isTar } from './latex/source/is-archive.ts';
import { sniffEncoding } from './xml/decode.ts';

/** Enough to get past a preamble, a licence comment and a long DOCTYPE. */
const headBytes = 64 * 1024;

/**
 * The format of a file by its content: magic bytes, the root element of XML, the marks of a language. The name of the
 * file is asked only where the content says nothing (Markdown is plain text). Of a gzip file, what it holds counts.
 */
export function detectFormat(bytes: Uint8Array, fileName?: string): Format | undefined {
  if (isGzip(bytes)) {
    const inner = inflateHead(bytes);
    return isGzip(inner) ? undefined : detectFormat(inner, fileName?.replace(/\.gz$/i, ''));
  }
  // Only sources in LaTeX come as archives.
  if (isTar(bytes)) return 'latex';
  const magic = String.fromCharCode(...bytes.subarray(0, 1024));
  if (magic.includes('%PDF-')) return 'pdf';
  const head = decodeHead(bytes);
  if (head === undefined) return undefined;
  const text = head.trimStart();
  if (text.startsWith('<')) {
    const byRoot = formatOfRoot(text);
    if (byRoot !== 'other') return byRoot;
  }
  // The front matter of a paper in Markdown names its title.
  if (/^---[ \t]*\r?\n(?:(?!---).*\r?\n)*?title[ \t]*:/.test(text)) return 'markdown';
  if (/^\s*\\(?:documentclass|documentstyle)\b/m.test(text) || text.includes('\\begin{document}')) return 'latex';
  if (/^(?:@prefix|@base|PREFIX|BASE)\s/im.test(text) || isNTriples(text)) return 'ddm-turtle';
  if (/^\{\s*"/.test(text) && isDdmJson(text)) return 'ddm-json';
  const extension = /\.([a-z]+)$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  return text.startsWith('<?xml') ? undefined : formatByExtension.get(extension);
}

/** Whether the first line that is no comment is a statement of N-Triples or N-Quads. */
function isNTriples(text: string): boolean {
  const line = text.split('\n').find((each) => !/^\s*(?:#|$)/.test(each));
  return line !== undefined && /^\s*(?:<[^<>\s]+>|_:\S+)\s+<[^<>\s]+>\s+(?:<|"|_:).*\.\s*$/.test(line);
}

/** Whether the head of a JSON object has the parts of a paper down to its sentences. */
function isDdmJson(text: string): boolean {
  return ['sections', 'paragraphs', 'sentences'].every((name) => text.includes(`"${name}"`));
}

function decodeHead(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder(sniffEncoding(bytes)).decode(bytes.subarray(0, headBytes));
    // Text has no zero bytes.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What the first start tag says; `other` if there is none, undefined if it is that of another kind of XML. */
function formatOfRoot(text: string): Format | undefined | 'other' {
  if (/^<!doctype\s+html/i.test(text)) return 'html';
  const rest = skipProlog(text);
  const root = /^<(?:[\w.-]+:)?([\w.-]+)([^>]*)/.exec(rest);
  if (!root) return 'other';
  const [, name = '', attributes = ''] = root;
  switch (name.toLowerCase()) {
    case 'article':
      return /docbook/i.test(attributes) || /^<!DOCTYPE[^>]*docbook/i.test(text) ? undefined : 'jats';
    case 'pmc-articleset':
      return 'jats';
    case 'tei':
    case 'teicorpus':
      // The names of XML tell cases apart: `tei` is a list of strings that taggers are trained with, and no paper.
      return name === 'TEI' || name === 'teiCorpus' ? 'tei' : undefined;
    case 'html':
      return 'html';
    default:
      return text.startsWith('<?xml') ? undefined : 'other';
  }
}

/** Past the XML declaration, comments, processing instructions and the DOCTYPE with its internal subset. */
function skipProlog(text: string): string {
  let rest = text;
  for (;;) {
    const end = prologItemEnd(rest);
    if (end < 0) return rest;
    rest = rest.slice(end).trimStart();
  }
}

function prologItemEnd(text: string): number {
  const after = (mark: string): number => {
    const at = text.indexOf(mark);
    return at < 0 ? -1 : at + mark.length;
  };
  if (text.startsWith('<?')) return after('?>');
  if (text.startsWith('<!--')) return after('-->');
  if (!text.startsWith('<!')) return -1;
  const subset = text.indexOf('[');
  const end = text.indexOf('>');
  if (end < 0) return -1;
  if (subset < 0 || subset > end) return end + 1;
  const close = /\]\s*>/.exec(text.slice(subset));
  return close ? subset + close.index + close[0].length : -1;
}
