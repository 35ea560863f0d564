// Errors whose lines lead to the code: VS Code takes a link in an error's trace to a line of the cell with a number.

/** The details of an error with its places as links. own: the number of the cell that failed. */
export function linked(details: readonly string[], own: number): string {
  return details.map(detail => detail
    .replace(/^\((\d+),\d+\)/, (place, line: string) => link(own, line, place))
    .replace(/^(\s*)(line (\d+) of (?:this cell|cell \[(\d+)\]))(?=:)/, (_, space: string, place: string, line: string, number: string | undefined) =>
      space + link(number ?? own, line, place))).join('\n');
}

function link(cell: number | string, line: string, words: string): string {
  return `<a href='vscode-notebook-cell:?execution_count=${cell}&line=${line}'>${words}</a>`;
}
