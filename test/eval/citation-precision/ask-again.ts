import type { ChatModel } from '@askg/inference';
import { claimsOf } from './claims-of.ts';
import { seed } from './draw-claims.ts';
import type { JudgedClaim } from './judged-claim.ts';
import { askAt, type Place } from './place.ts';

export type AskedAgain = { asked: number; same: number; changed: string[] };

/** Asks the questions of judged claims anew: whether the answers make the same claims with the same citations. */
export async function askAgain(claims: readonly JudgedClaim[], place: Place, chat?: ChatModel): Promise<AskedAgain> {
  const again: AskedAgain = { asked: 0, same: 0, changed: [] };
  for (const { id, set, question, asked, model } of claims) {
    if (model !== undefined && chat === undefined) continue;
    again.asked++;
    const of = { question, ...(asked === undefined ? {} : { paper: asked }) };
    const answer = await askAt(place, of, model === undefined ? undefined : chat);
    const named = {
      set,
      question,
      ...(asked === undefined ? {} : { asked }),
      ...(model === undefined ? {} : { model }),
    };
    if (claimsOf(answer, named, seed).some((claim) => claim.id === id)) again.same++;
    else again.changed.push(id);
  }
  return again;
}
