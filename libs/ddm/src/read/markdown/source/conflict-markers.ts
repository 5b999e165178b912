const conflict = /^<{7}(?: .*)?\n([\s\S]*?)^={7}\n([\s\S]*?)^>{7}(?: .*)?(?:\n|$)/gm;

/**
 * A text in which a version control system set two versions apart, with the first of the two: read both, and the paper
 * would say everything twice.
 */
export function takeFirstVersions(text: string): { text: string; conflicts: number; leftOut: number } {
  let conflicts = 0;
  let leftOut = 0;
  const kept = text.replaceAll(conflict, (_, ours: string, theirs: string) => {
    conflicts++;
    leftOut += theirs.trim().length;
    return ours;
  });
  return { text: kept, conflicts, leftOut };
}
