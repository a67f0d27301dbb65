/** Gives out names that are unique in a graph and its sub-graphs, the same ones for the same questions. */
export class NameCounter {
  private readonly taken = new Set<string>();
  private readonly counts = new Map<string, number>();

  /** Reserves this very name. */
  take(name: string): string {
    if (this.taken.has(name)) throw new Error(`The graph already has a value named "${name}".`);
    this.taken.add(name);
    return name;
  }

  /** `Conv`, then `Conv_1`, `Conv_2`, … */
  fresh(hint: string): string {
    let count = this.counts.get(hint) ?? 0;
    let name = count === 0 ? hint : `${hint}_${count}`;
    while (this.taken.has(name)) name = `${hint}_${++count}`;
    this.counts.set(hint, count + 1);
    return this.take(name);
  }
}
