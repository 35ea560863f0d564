// Errors whose lines lead to the code: VS Code takes a link in an error's trace to a line of a cell.

/** The details of an error with its places as links. own: the address of the cell that failed. cells: those of all code cells. */
export function linked(details: readonly string[], own: string, cells: readonly string[]): string {
  return details.map(detail => detail
    .replace(/^\((\d+),\d+\)/, (place, line: string) => link(own, line, place))
    .replace(/^(\s*)line (\d+) of (?:this cell|cell \[(\d+)\])(?=:)/, (place, space: string, line: string, number: string | undefined) => {
      const cell = number === undefined ? own : cells[Number(number) - 1];
      return cell === undefined ? place : space + link(cell, line, place.trimStart());
    })).join('\n');
}

function link(cell: string, line: string, words: string): string {
  const [path, fragment] = cell.split('#');
  return `<a href='${path}?line=${line}#${fragment ?? ''}'>${words}</a>`;
}
