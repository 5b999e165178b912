/**
 * Writes `.env.example` from the environment's schema. Run by `npm run generate`; a test fails when the file differs.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Environment } from '@askg/contract';

/** One commented block a variable: what it does, then its name with the default value. */
export function envExample(): string {
  const blocks = Object.entries(Environment.shape).map(
    ([name, field]) => `# ${field.description ?? ''}\n${name}=${String(field.parse(undefined))}\n`,
  );
  return `# All settings with their defaults. Set them in the environment; nothing reads this file by itself.\n\n${blocks.join('\n')}`;
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '..', '.env.example'), envExample());
