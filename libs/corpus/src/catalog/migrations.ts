import { schema1 } from './schema-1.ts';
import { schema2 } from './schema-2.ts';
import { schema3 } from './schema-3.ts';
import { schema4 } from './schema-4.ts';
import { schema5 } from './schema-5.ts';
import { schema6 } from './schema-6.ts';
import { schema7 } from './schema-7.ts';
import { schema8 } from './schema-8.ts';

/** Steps from one version of the catalog to the next; step n leads to version n + 1. Never changed once released. */
export const migrations: readonly string[] = [schema1, schema2, schema3, schema4, schema5, schema6, schema7, schema8];
