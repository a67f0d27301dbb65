/** How many tasks run ahead. */
const ahead = 4;

/**
 * Prepares some items at the same time, and finishes them one by one, in order.
 */
export async function inOrder<Item, Prepared>(
  items: readonly Item[],
  prepare: (item: Item) => Promise<Prepared>,
  finish: (item: Item, prepared: Prepared) => Promise<void>,
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
