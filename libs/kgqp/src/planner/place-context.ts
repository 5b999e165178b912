import type { Lexicon } from '../linking/lexicon.ts';
import type { ClassPaths } from './class-paths.ts';
import type { Outline } from './outline.ts';

/** What the placing of items looks at. */
export type PlaceContext = { outline: Outline; lexicon: Lexicon; paths: ClassPaths };
