const most = 60;

/** Rows of text in columns, each as wide as its widest cell; long cells are cut. The last column is not padded. */
export function table(rows: readonly (readonly string[])[], widest = most): string[] {
  const cut = rows.map((row) => row.map((cell) => clip(cell.replaceAll(/\s+/g, ' '), widest)));
  const widths: number[] = [];
  for (const row of cut) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, [...cell].length);
  }
  return cut.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd(),
  );
}

function clip(text: string, widest: number): string {
  const points = [...text];
  return points.length > widest ? `${points.slice(0, widest - 1).join('')}…` : text;
}
