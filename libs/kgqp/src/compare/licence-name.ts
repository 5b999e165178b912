const creativeCommons = /^https?:\/\/creativecommons\.org\/licenses\/(?<kind>[a-z-]+)\/(?<version>[\d.]+)/u;
const waived = /^https?:\/\/creativecommons\.org\/publicdomain\/zero\/(?<version>[\d.]+)/u;
const spdx = /^https?:\/\/(?:spdx\.org\/licenses|opensource\.org\/licen[cs]es?)\/(?<name>[\w.-]+?)(?:\.html|\/)?$/u;

/** The usual name of a licence by its address, such as `CC BY 4.0`; other addresses as they are. */
export function licenceName(address: string): string {
  const { kind, version } = creativeCommons.exec(address)?.groups ?? {};
  if (kind !== undefined && version !== undefined) return `CC ${kind.toUpperCase()} ${version}`;
  const zero = waived.exec(address)?.groups?.['version'];
  return zero === undefined ? (spdx.exec(address)?.groups?.['name'] ?? address) : `CC0 ${zero}`;
}
