/** The number of threads as text: `one thread`, `4 threads`. */
export function threadsText(threads: number): string {
  return threads === 1 ? 'one thread' : `${threads} threads`;
}
