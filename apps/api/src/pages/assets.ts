import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that pages load from this server. `path` holds a digest of the content, so it may be kept for ever. */
export type Asset = { path: string; mediaType: string; content: string };

/** One asset of the files, in their order. */
function asset(name: string, mediaType: string, files: readonly string[] = [name]): Asset {
  const content = files
    .map((file) => readFileSync(new URL(`../../assets/${file}`, import.meta.url), 'utf8'))
    .join('\n');
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/assets/${name.replace('.', `.${digest}.`)}`, mediaType, content };
}

/** Later rules win over earlier ones of the same weight. */
const styles =
  'base frame lists paper floats unit question answer compared workings feedback query terms notice print'.split(' ');

export const stylesheet = asset(
  'style.css',
  'text/css',
  styles.map((name) => `style/${name}.css`),
);
export const favicon = asset('favicon.svg', 'image/svg+xml');
export const queryScript = asset('query.js', 'text/javascript');
export const askScript = asset('ask.js', 'text/javascript', ['ask.js', 'feedback.js']);

const all = [stylesheet, favicon, queryScript, askScript];

/** The asset at a path of this server. */
export function assetAt(path: string): Asset | undefined {
  return all.find((each) => each.path === path);
}

/** Changes with the look of the pages, so that a page kept by a browser does not outlive its stylesheet. */
export const layoutVersion = all.map(({ path }) => path).join(' ');
