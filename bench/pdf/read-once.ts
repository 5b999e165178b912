/**
 * Reads one PDF into a document, several times, and prints as JSON the processor time of the fastest time in seconds, the
 * pages and the peak memory of the process.
 */
import { readFileSync } from 'node:fs';
import { buildDocument, cutSentences, enrich, readSource } from '@askg/ddm';

const [file = '', rounds = '1'] = process.argv.slice(2);
const bytes = readFileSync(file);
let seconds = Number.POSITIVE_INFINITY;
let pages = 0;
for (let i = 0; i < Number(rounds); i++) {
  const start = process.cpuUsage();
  const draft = await readSource(bytes, { fileName: file });
  const document = enrich(buildDocument(draft, { digest: '0'.repeat(64), cutSentences }));
  const { user, system } = process.cpuUsage(start);
  seconds = Math.min(seconds, (user + system) / 1e6);
  pages = Math.max(...[...JSON.stringify(document).matchAll(/"page":(\d+)/gu)].map((match) => Number(match[1])));
}
process.stdout.write(JSON.stringify({ pages, seconds, peakMiB: process.resourceUsage().maxRSS / 1024 }));
