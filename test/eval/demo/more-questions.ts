import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Question } from '@askg/contract';
import { z } from 'zod';

/** Further development questions on the demo papers, with no expected sentences: only whether they can be answered. */
export function moreQuestions(): Question[] {
  const file = join(import.meta.dirname, 'more-questions.json');
  return z.array(Question).parse(JSON.parse(readFileSync(file, 'utf8')));
}
