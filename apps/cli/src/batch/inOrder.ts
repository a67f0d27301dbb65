/**
 * Prepares some items at the same time, and finishes them one by one, in order.
 *
 * @param ahead how many are prepared at the same time
 */
export async function inOrder<Item, Prepared>(
  items: readonly Item[],
  prepare: (item: Item) => Promise<Prepared>,
  finish: (item: Item, prepared: Prepared) => Promise<void>,
  ahead = 4,
): Promise<void> {
  const started: Promise<Prepared>[] = [];
  let next = 0;
  for (const item of items) {
    while (next < items.length && started.length < ahead) {
      const prepared = prepare(items[next++]!);
      prepared.catch(() => undefined); // if an earlier item ends the loop, nobody waits for this one
      started.push(prepared);
    }
    await finish(item, await started.shift()!);
  }
}
