import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that pages load from this server. `path` holds a digest of the content, so it may be kept for ever. */
export type Asset = { path: string; mediaType: string; content: string };

function load(name: string, mediaType: string): Asset {
  const content = readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8');
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/assets/${name.replace('.', `.${digest}.`)}`, mediaType, content };
}

export const stylesheet = load('style.css', 'text/css');
export const favicon = load('favicon.svg', 'image/svg+xml');
export const queryScript = load('query.js', 'text/javascript');

const all = [stylesheet, favicon, queryScript];

/** The asset at a path of this server. */
export function assetAt(path: string): Asset | undefined {
  return all.find((asset) => asset.path === path);
}

/** Changes with the look of the pages, so that a page kept by a browser does not outlive its stylesheet. */
export const layoutVersion = all.map(({ path }) => path).join(' ');
