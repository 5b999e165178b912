/**
 * Publishes the HTTP interface as `docs/openapi.json`. Run by `npm run generate`; a test fails when the file differs.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiText } from '../apps/api/src/openapi/openapi-document.ts';

if (import.meta.main) writeFileSync(join(import.meta.dirname, '..', 'docs', 'openapi.json'), openApiText());
