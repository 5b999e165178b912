const opening = /^(?:key\s?-?words(?: and phrases)?|index terms)\s*[:.—–-]*\s*/i;

export function isKeywords(text: string): boolean {
  return opening.test(text) && text.length < 600;
}

/** The words of a list; the name it opens with is left out. */
export function splitKeywords(text: string): string[] {
  const list = text.replace(opening, '').replace(/\.\s*$/, '');
  const separator = /[;•·|]/.test(list) ? /\s*[;•·|]\s*/ : /\s*,\s*/;
  return [
    ...new Set(
      list
        .split(separator)
        .map((word) => word.trim())
        .filter((word) => word !== '' && word.length < 80),
    ),
  ];
}
