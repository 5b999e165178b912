/** A letter before the point of an initial; some scripts need two for one of theirs ("Yu.", "Kh."). */
export function isInitial(text: string | undefined): boolean {
  return text !== undefined && /^(?:\p{Lu}|Y[aeou]|Kh|Ch|Zh|Ts|Sh|Th|Ph|YU|YA)$/u.test(text);
}
