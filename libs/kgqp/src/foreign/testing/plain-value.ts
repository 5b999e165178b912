/** The value of a term; a number by what it is, because engines write it in several ways. */
export function plainValue({ value }: { value: string }): string {
  return /^-?\d+(?:\.\d+)?$/u.test(value) ? String(Math.round(Number(value) * 1e6) / 1e6) : value;
}
