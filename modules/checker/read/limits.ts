/** How much of a stranger's document is read at most. Published reports have some hundred pages and some ten megabytes. */
export const limits = {
  bytes: 40 * 2 ** 20,
  /** Files inside a packed document, and what those that are read unpack to. */
  entries: 4000,
  unpacked: 64 * 2 ** 20,
  /** Elements inside elements. */
  depth: 300,
  pages: 500,
  characters: 2_000_000,
  cells: 200_000,
  /** Of the thread that reads and checks. */
  ms: 30_000,
  memoryMb: 160,
}
