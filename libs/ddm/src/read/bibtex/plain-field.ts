const raisedDigits = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];

/** The text of a field without the markup that the parser keeps (`<i>`, `<span class="nocase">`, `<sup>`), on one line. */
export function plainField(value: string): string {
  return value
    .normalize('NFC')
    .replaceAll(/<sup>(\d)<\/sup>/g, (_, digit: string) => raisedDigits[Number(digit)] ?? digit)
    .replaceAll(/<\/?(?:i|b|em|strong|sub|sup|sc|span|pre|p|br|code)(?:\s[^<>]*)?\/?>/gi, '')
    .replaceAll(/[{}]/g, '')
    .replaceAll(/(?<=\p{L})'(?=\p{L}|\s|$)/gu, '’')
    .replaceAll(/[\s\u00a0]+/gu, ' ')
    .trim();
}
