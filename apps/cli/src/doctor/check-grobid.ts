import type { Check } from './check.ts';

const patienceMs = 5000;

/** Whether the GROBID service answers, where one is set. */
export const checkGrobid: Check = async (shell) => {
  const { grobidUrl } = shell.config;
  if (grobidUrl === undefined) return [];
  const what = 'GROBID';
  try {
    const address = `${grobidUrl.replace(/\/+$/, '')}/api/isalive`;
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    const isAlive = answer.ok && (await answer.text()).trim() === 'true';
    if (isAlive) return [{ what, state: 'ok', detail: `answers at ${grobidUrl}` }];
  } catch {
    // What keeps it from answering makes no difference to what is to be done.
  }
  const detail = `${grobidUrl} does not answer as a GROBID service: PDFs are read by the reader of askg.`;
  return [{ what, state: 'warning', detail, advice: 'Start it, or correct or unset GROBID_URL.' }];
};
