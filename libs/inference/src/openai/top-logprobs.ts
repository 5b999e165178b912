import { z } from 'zod';

const LogProbability = z.number().max(0.001);

/** What is relied on of a chat completion that was asked for the probabilities of its words. */
const Completion = z.object({
  choices: z
    .array(
      z.object({
        logprobs: z
          .object({
            content: z
              .array(
                z.object({
                  token: z.string(),
                  logprob: z.number(),
                  top_logprobs: z.array(z.object({ token: z.string(), logprob: LogProbability })).nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
      }),
    )
    .min(1),
});

export type TopToken = { token: string; logprob: number };

/** The likeliest first tokens of a reply with their natural logarithms of probability; undefined where it names none. */
export function topTokens(reply: unknown): { tokens?: TopToken[] } | { fault: string } {
  const parsed = Completion.safeParse(reply);
  if (!parsed.success) return { fault: `it is no chat completion: ${z.prettifyError(parsed.error)}` };
  const tokens = parsed.data.choices[0]?.logprobs?.content?.[0]?.top_logprobs ?? [];
  if (tokens.length === 0) return {};
  const sum = tokens.reduce((total, { logprob }) => total + Math.exp(logprob), 0);
  if (sum > 1.01) return { fault: `its probabilities sum up to ${sum.toFixed(2)}.` };
  return { tokens };
}

/**
 * How much likelier one word is than another as the first of a reply: `ln p(word) - ln p(other)`. Words of one spelling but
 * for case and blanks around count together, since vocabularies hold " true" and "True" beside "true".
 * @returns undefined where one of them is not among the tokens
 */
export function wordDifference(tokens: readonly TopToken[], word: string, other: string): number | undefined {
  const one = logProbability(tokens, word);
  const two = logProbability(tokens, other);
  return one === undefined || two === undefined ? undefined : one - two;
}

function logProbability(tokens: readonly TopToken[], word: string): number | undefined {
  const found = tokens.filter(({ token }) => plain(token) === plain(word)).map(({ logprob }) => logprob);
  if (found.length === 0) return undefined;
  const most = Math.max(...found);
  return most + Math.log(found.reduce((sum, logprob) => sum + Math.exp(logprob - most), 0));
}

/** Servers that do not decode tokens leave the marks of blanks that vocabularies have. */
function plain(token: string): string {
  return token
    .replace(/^[▁Ġ]+/u, '')
    .trim()
    .toLowerCase();
}
