import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What holds all state of the engine between two calls. */
export type EngineInstance = { memory: EngineMemory; references: ReferenceTable };

export type EngineMemory = { readonly buffer: ArrayBuffer; grow: (pages: number) => number };

/** JavaScript values that the engine holds, by the number that it knows them by. */
export type ReferenceTable = {
  readonly length: number;
  get: (at: number) => unknown;
  set: (at: number, value: unknown) => void;
  grow: (by: number) => number;
};

type Constructor = new (...parameters: never[]) => { exports: Record<string, unknown> };

const load = createRequire(import.meta.url);

/**
 * The instance of this process. Oxigraph's package keeps it to itself, so that it is caught while the package is loaded
 * for the first time: this module has to be imported before any that imports the package.
 * Undefined when the package was there already, or is built in another way.
 */
export const engineInstance: EngineInstance | undefined = catchInstance();

/** Tells builds of the engine apart: what one has in memory means nothing to another. */
export function engineDigest(): string {
  return createHash('sha256')
    .update(readFileSync(load.resolve('oxigraph/node_bg.wasm')))
    .digest('hex');
}

function catchInstance(): EngineInstance | undefined {
  const holder = Reflect.get(globalThis, 'WebAssembly') as { Instance: Constructor };
  const { Instance } = holder;
  let exported: Record<string, unknown> | undefined;
  holder.Instance = new Proxy(Instance, {
    construct(target, parameters, newTarget) {
      const made = Reflect.construct(target, parameters, newTarget);
      exported = made.exports;
      return made;
    },
  });
  try {
    load('oxigraph');
  } finally {
    holder.Instance = Instance;
  }
  const memory = exported?.['memory'];
  const references = exported?.['__wbindgen_externrefs'];
  if (memory === undefined || references === undefined) return undefined;
  return { memory: memory as EngineMemory, references: references as ReferenceTable };
}
