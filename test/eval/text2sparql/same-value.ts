/** A concept of the vocabulary and its name are one value, however it is shown. */
const concept = /^https:\/\/w3id\.org\/askg\/ddm#(?:role|type|contributor)-/u;

/** The form in which values are compared: numbers to six decimals, text without regard to case and white space. */
export function comparable(value: string): string {
  if (/^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/iu.test(value)) return String(Number(Number(value).toFixed(6)));
  const name = concept.test(value) ? value.replace(concept, '').replaceAll('-', ' ') : value;
  return name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}
