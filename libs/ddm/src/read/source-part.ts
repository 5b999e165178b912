/** A paper out of a source of several: its name there, and bytes that can be read by themselves. */
export type SourcePart = { name: string; bytes: Uint8Array };
