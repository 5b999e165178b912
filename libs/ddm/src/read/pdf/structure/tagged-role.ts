import type { ContentRole } from '../engine/content-roles.ts';
import type { Piece } from '../lines/fragment.ts';

/** Share of the letters that must have a role for their lines to have it. */
const most = 0.7;

/** What the structure tree says that some lines are; undefined where it says nothing, or several things. */
export function taggedRole(lines: readonly { pieces: readonly Piece[] }[]): ContentRole | undefined {
  if (!lines.some(({ pieces }) => pieces.some(({ role }) => role !== undefined))) return undefined;
  const letters = new Map<ContentRole | undefined, number>();
  let all = 0;
  for (const { pieces } of lines) {
    for (const { text, role } of pieces) {
      letters.set(role, (letters.get(role) ?? 0) + text.length);
      all += text.length;
    }
  }
  return [...letters].find(([, count]) => count >= most * all)?.[0];
}

/** The depth of a heading, by the structure tree. */
export function taggedDepth(lines: readonly { pieces: readonly Piece[] }[]): number | undefined {
  const role = taggedRole(lines);
  return typeof role === 'object' && 'heading' in role ? role.heading : undefined;
}

/** The item of a list that some lines are of, by the structure tree. */
export function taggedItem(lines: readonly { pieces: readonly Piece[] }[]): number | undefined {
  const role = taggedRole(lines);
  return typeof role === 'object' && 'item' in role ? role.item : undefined;
}
