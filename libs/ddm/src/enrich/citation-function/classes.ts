/** Why a work is cited, coarsely: what a classifier can tell apart that has only the sentence. */
export const citationClasses = ['background', 'use', 'comparison'] as const;

export type CitationClass = (typeof citationClasses)[number];
