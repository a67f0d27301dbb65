import { OnnxError } from '../errors.js';

/** Makes names that are unique in a graph and its subgraphs. The same calls give the same names. */
export class NameCounter {
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  /** Reserves a name. @throws {SerError} `duplicate-name` */
  take(name: string): string {
    if (this.#taken.has(name)) {
      const message = `The graph already has a value named "${name}". Choose another name, or use \`fresh\`.`;
      throw new OnnxError('duplicate-name', message);
    }
    this.#taken.add(name);
    return name;
  }

  /** `Conv`, then `Conv_1`, `Conv_2`, … */
  fresh(hint: string): string {
    let count = this.#counts.get(hint) ?? 0;
    let name = count === 0 ? hint : `${hint}_${count}`;
    while (this.#taken.has(name)) name = `${hint}_${++count}`;
    this.#counts.set(hint, count + 1);
    return this.take(name);
  }
}
