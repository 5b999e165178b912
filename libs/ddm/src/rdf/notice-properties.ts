import type { StatusNotice } from '@askg/contract';
import { ddm } from './terms.ts';

/** The property that leads from a notice to the DOI of an article, by what it does to it. */
export const noticeProperties = {
  retracted: ddm.retracts,
  'expression-of-concern': ddm.raisesConcernAbout,
  corrected: ddm.corrects,
} as const satisfies Record<StatusNotice['status'], string>;
