import type { PublicationStatus, StatusName } from '@askg/contract';
import { byHand, type RecordedStatus } from './logged-status.ts';

/** How much each status says against a paper. */
const gravity: Record<StatusName, number> = { corrected: 1, 'expression-of-concern': 2, withdrawn: 3, retracted: 4 };

type Adverse = RecordedStatus & { status: StatusName };

/**
 * The status that follows from all that was said about one work, in the order of the log; undefined in good standing.
 *
 * - What a person says replaces all that was said before. What a feed brings later counts again.
 * - `none` lifts what is not dated later, or, where a date lacks, what was said before. Nothing else lifts anything: a paper
 *   that was retracted stays so when its notice is corrected.
 * - Of what is left the gravest counts; of several of these the last by date.
 */
export function standing(said: readonly RecordedStatus[]): PublicationStatus | undefined {
  const counting = said.slice(
    Math.max(
      0,
      said.findLastIndex(({ source }) => source === byHand),
    ),
  );
  const adverse = counting.filter((each, i): each is Adverse => each.status !== 'none' && !isLifted(each, i, counting));
  const [first, ...others] = adverse;
  if (!first) return undefined;
  const { status, date, reason, notice, source, recorded } = others.reduce(graver, first);
  return {
    status,
    ...(date === undefined ? {} : { date }),
    ...(reason === undefined ? {} : { reason }),
    ...(notice === undefined ? {} : { notice }),
    source,
    ...(recorded === undefined ? {} : { recorded }),
  };
}

function isLifted({ date }: RecordedStatus, at: number, all: readonly RecordedStatus[]): boolean {
  return all.some((other, i) => {
    if (other.status !== 'none') return false;
    if (date === undefined || other.date === undefined) return i > at;
    return other.date >= date;
  });
}

/** The graver of two; of equal ones the later by date, else the one said later. */
function graver(a: Adverse, b: Adverse): Adverse {
  const difference = gravity[a.status] - gravity[b.status];
  if (difference !== 0) return difference > 0 ? a : b;
  return (a.date ?? '') > (b.date ?? '') ? a : b;
}
