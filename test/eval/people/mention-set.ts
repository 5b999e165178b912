import { createHash } from 'node:crypto';
import type { LinkablePaper } from '../../../libs/corpus/src/links/linkable-paper.ts';

/**
 * Papers whose people are to be told apart, without anything that says who they are. A mention is named by the key of its
 * paper, a slash and the id of the person there. `gold` opens what they should be: for each group, the person of each
 * mention that is known. A group may be a part of the first one.
 */
export type MentionSet = {
  name: string;
  papers: LinkablePaper[];
  gold: () => { group: string; persons: Map<string, string>; isPart?: true }[];
};

export type Half = 'development' | 'test';

/** To which half of the people one belongs: the linker was tuned on the one, and is reported on the other. */
export function halfOf(name: string): Half {
  return createHash('sha256').update(name).digest().readUInt32BE() % 2 === 0 ? 'development' : 'test';
}

export function mentionId(key: string, person: string): string {
  return `${key}/${person}`;
}
