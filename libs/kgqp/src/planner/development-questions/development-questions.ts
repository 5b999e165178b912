import { aboutKeywords } from './keywords.ts';
import { aboutKinds } from './kinds.ts';
import { foundLater } from './later.ts';
import { aboutParts } from './parts.ts';
import { aboutPeople } from './people.ts';
import { aboutPublication } from './publication.ts';
import { aboutReferences } from './references.ts';
import type { DevelopmentQuestion } from './patterns.ts';

/** Questions over the papers of the demo that the planner was developed on. */
export const developmentQuestions: readonly DevelopmentQuestion[] = [
  ...aboutPeople,
  ...aboutPublication,
  ...aboutKeywords,
  ...aboutKinds,
  ...aboutReferences,
  ...aboutParts,
  ...foundLater,
];
