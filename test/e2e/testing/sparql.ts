/** Asks a server in SPARQL, as any program would. */
export async function ask(url: string, query: string): Promise<{ status: number; text: string; mediaType: string }> {
  const response = await fetch(`${url}/sparql?query=${encodeURIComponent(query)}`, {
    headers: { accept: 'text/csv, application/problem+json;q=0.5' },
  });
  const mediaType = response.headers.get('content-type') ?? '';
  return { status: response.status, text: await response.text(), mediaType };
}
