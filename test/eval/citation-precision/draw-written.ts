/**
 * `node --conditions=source test/eval/citation-precision/draw-written.ts MODEL FILE...`: draws claims that a chat model wrote and writes
 * them into `claims.json`, as far as the product would still show them. The files are what `npm run eval -- abstention --model MODEL
 * --predictions FILE` answered, a line for each answer.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Answer } from '@askg/contract';
import { openEmbedder, openModelStore } from '@askg/inference';
import { z } from 'zod';
import { readPairs } from '../abstention/pair.ts';
import { claimsOf } from './claims-of.ts';
import { inOrderOfHash, seed } from './draw-claims.ts';
import { heldNow } from './held-now.ts';
import type { JudgedClaim } from './judged-claim.ts';
import { replaceClaims } from './write-claims.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const mostClaims = 30;
/** Most claims of one answer. */
const mostOfAnswer = 2;

const Line = z.object({ id: z.string(), set: z.string(), paper: z.string().exactOptional(), answer: Answer });

const [model = '', ...files] = process.argv.slice(2);
const papers = new Map(readPairs().map(({ id, paper }) => [id, paper]));
const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
const embedder = await openEmbedder(openModelStore(process.env['ASKG_MODELS'] ?? join(root, 'data', 'models')));
const drawn: JudgedClaim[] = [];
for (const line of lines) {
  const { id, set, paper = papers.get(id), answer } = Line.parse(JSON.parse(line));
  const asked = { set, question: answer.question, ...(paper === undefined ? {} : { asked: paper }), model };
  const held = { ...answer, claims: await heldNow(answer, embedder) };
  const written = claimsOf(held, asked, seed).filter(({ stratum }) => stratum === 'model');
  drawn.push(...inOrderOfHash(written).slice(0, mostOfAnswer));
}
await embedder.close();
const distinct = [...new Map(drawn.map((claim) => [claim.id, claim])).values()];
replaceClaims(['model'], inOrderOfHash(distinct).slice(0, mostClaims));
