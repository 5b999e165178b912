import type { Reply } from '../endpoint.ts';

/** The code of a problem that the endpoint answered with. */
export function codeOf(reply: Reply): string {
  return fieldOf(reply, 'code');
}

/** A refusal in one line. */
export function problemOf(reply: Reply): string {
  return `${reply.status} ${codeOf(reply)}: ${fieldOf(reply, 'detail')}`;
}

function fieldOf({ mediaType, text }: Reply, name: string): string {
  if (mediaType !== 'application/problem+json') return '';
  const problem = JSON.parse(text) as Record<string, string | undefined>;
  return problem[name] ?? '';
}
