import type { Role } from '@askg/contract';
import type { GraphField } from './graph-field.ts';

/** How a sentence that tells of an aspect is known. */
export type TextSigns = {
  /** Words that tell of the aspect by themselves. */
  strong: RegExp;
  /** Words that speak for it where a strong one stands too, or the section fits. */
  weak?: RegExp;
  /** Words that tell it outright. */
  outright?: RegExp;
  /** Words that speak of others, or against it. */
  against?: RegExp;
  /** It is told of others as well: what stands in an introduction counts in full. */
  isOfOthers?: boolean;
  /** Without a match of this nothing is told, whatever else is said. */
  needs?: RegExp;
  /** Sections in which it is told, by their role or their heading. */
  roles?: readonly Role[];
  heading?: RegExp;
};

/** A column of a table: where what it tells is looked for. */
export type Aspect = {
  /** As it was asked for, or its usual name. */
  name: string;
  /** What the graph holds of a paper. */
  field?: GraphField;
  /** Entities of the graph whose names speak for a sentence. */
  entities?: GraphField;
  /** Names of one kind of thing, such as programming languages, that are told where they are said. */
  names?: ReadonlySet<string>;
  signs?: TextSigns;
};
