/** The JSON that a reply is, or has in a code fence or amid prose; undefined when there is none. */
export function jsonInText(text: string): string | undefined {
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/.exec(text)?.[1];
  return [text, fenced, outermost(text, '{', '}'), outermost(text, '[', ']')]
    .map((candidate) => candidate?.trim())
    .find((candidate) => candidate !== undefined && isJson(candidate));
}

function outermost(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open);
  const end = text.lastIndexOf(close);
  return start !== -1 && end > start ? text.slice(start, end + 1) : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
