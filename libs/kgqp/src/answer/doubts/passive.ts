/** “Sorted by A”: who did it stands after the deed, and not before it. */
export const passive = /\b(?:is|are|was|were|be|been|being)\b[^.;]*\bby\b/iu;
