import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Labelled references of one origin; `source` is the file or the archive in the folder that it comes from. */
export type LabelledFile = { source: string; name: string; xml: string };

/** Sequences of AnyStyle that make one file: neighbours come from the same papers. */
const sequencesOfFile = 100;
/** Letters of a file that holds the references of more papers than can be kept back together. */
const collection = 1_000_000;
/** One file in this many is kept back. */
const share = 5;

/** All labelled references of a folder: AnyStyle's XML, TEI as GROBID is trained with, both packed or not. */
export function labelledFiles(folder: string): LabelledFile[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((source) => {
      const path = join(folder, source);
      if (source.endsWith('.tar.gz')) return unpack(path).map((file) => ({ ...file, source }));
      if (!/\.xml(?:\.gz)?$/.test(source)) return [];
      const bytes = readFileSync(path);
      const xml = (source.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      return cut(xml).map((part, i) => ({ source, name: `${source}#${i}`, xml: part }));
    });
}

export function isAnyStyle(xml: string): boolean {
  return xml.includes('<sequence>');
}

/**
 * Whether a file is kept back from training, to measure what the tagger does with references like which it has seen none.
 * The whole file is: references of one list are alike.
 */
export function isHeldOut({ name, xml }: LabelledFile): boolean {
  const digest = createHash('sha256').update(name).digest('hex');
  return xml.length < collection && Number.parseInt(digest.slice(0, 8), 16) % share === 0;
}

function cut(xml: string): string[] {
  const sequences = xml.match(/<sequence>[\s\S]*?<\/sequence>/gu) ?? [];
  if (sequences.length === 0) return [xml];
  const parts: string[] = [];
  for (let from = 0; from < sequences.length; from += sequencesOfFile) {
    parts.push(`<dataset>${sequences.slice(from, from + sequencesOfFile).join('\n')}</dataset>`);
  }
  return parts;
}

function unpack(archive: string): { name: string; xml: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'askg-labelled-'));
  try {
    execFileSync('tar', ['xzf', archive, '-C', folder]);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .filter((path) => path.endsWith('.xml') && statSync(join(folder, path)).isFile())
      .map((path) => ({ name: basename(path), xml: readFileSync(join(folder, path), 'utf8') }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
