import { clausesOf } from './clauses.ts';
import { passive } from './passive.ts';
import { contentStems, type Token } from './tokens.ts';

/**
 * Whether a claim says of what stands behind a verb what its text says of the subject before it: “B reached 0.8” of “A reached
 * 0.8, followed by B”.
 */
export function hasOtherSubject(claim: string, text: string): boolean {
  const [said] = clausesOf(claim);
  if (!said || passive.test(claim)) return false;
  const [subject, verb] = [contentStems(said.subject), verbOf(said.tokens, said.subject)];
  const all = contentStems(said.tokens);
  return clausesOf(text).some((clause) => {
    if (verb === undefined || passive.test(clause.text) || verbOf(clause.tokens, clause.subject) !== verb) return false;
    const theirs = contentStems(clause.subject);
    const behind = contentStems(clause.tokens);
    return (
      subject.size > 0 &&
      theirs.size > 0 &&
      [...theirs].every((stem) => !all.has(stem)) &&
      [...subject].every((stem) => !theirs.has(stem) && behind.has(stem))
    );
  });
}

/** The first content word behind the subject. */
function verbOf(tokens: readonly Token[], subject: readonly Token[]): string | undefined {
  const last = subject.at(-1);
  return last && tokens.slice(tokens.indexOf(last) + 1).find(({ isContent }) => isContent)?.stem;
}
