/** What is used of the WebAssembly of the runtime: its types come with those of browsers only, which are not loaded here. */
export type WasmMemory = { readonly buffer: ArrayBuffer; grow(pages: number): number };
type Runtime = {
  Memory: new (limits: { initial: number }) => WasmMemory;
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object, imports: { env: { memory: WasmMemory } }) => { readonly exports: object };
};

export const webAssembly = (globalThis as unknown as { WebAssembly: Runtime }).WebAssembly;
/** Bytes of a page of memory. */
export const pageBytes = 65_536;
