import { execFileSync, spawnSync } from 'node:child_process';
import { plainText } from '../truths/plain-text.ts';
import { asRead } from './right-to-left.ts';

/** A word where Poppler sees it: fractions of the page, origin top left. */
export type PageWord = { text: string; x: number; y: number };

/** Version of `pdftotext`, or undefined where it is not installed. */
export function popplerVersion(): string | undefined {
  const { error, stderr } = spawnSync('pdftotext', ['-v'], { encoding: 'utf8' });
  return error ? undefined : stderr.split('\n')[0];
}

/** The plain text of all pages as `pdftotext` orders it. */
export function pageText(file: string): string {
  return execFileSync('pdftotext', ['-cropbox', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Words of each page in the order of `pdftotext -bbox-layout`; x and y are those of the word's middle. */
export function pageWords(file: string): PageWord[][] {
  const xml = execFileSync('pdftotext', ['-bbox-layout', '-cropbox', file, '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [width = 1, height = 1] = numbers(/^width="([^"]+)" height="([^"]+)"/u.exec(page));
      return [...page.matchAll(/<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)</gu)].map(
        (match) => {
          const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers(match);
          return { text: asRead(plainText(match[5] ?? '')), x: (x0 + x1) / 2 / width, y: (y0 + y1) / 2 / height };
        },
      );
    });
}

function numbers(match: readonly string[] | null): number[] {
  return (match ?? []).slice(1).map(Number);
}
