import type { z } from 'zod';
import { Answer, Citation, Claim, Row } from './answer.ts';
import { AskEvent } from './ask-event.ts';
import { Document } from './document.ts';
import { EnrichmentReport } from './enrichment.ts';
import { Paper } from './paper.ts';
import { Problem } from './problem.ts';
import { Question } from './question.ts';
import { Hit } from './search.ts';
import { Box, Degraded } from './values.ts';

/** The shapes that outside scripts rely on, by the name of their files in `docs/schemas` and `docs/examples`. */
export const publishedShapes: Readonly<Record<string, z.ZodType>> = {
  answer: Answer,
  'ask-event': AskEvent,
  box: Box,
  citation: Citation,
  claim: Claim,
  degraded: Degraded,
  document: Document,
  'enrichment-report': EnrichmentReport,
  hit: Hit,
  paper: Paper,
  problem: Problem,
  question: Question,
  row: Row,
};
