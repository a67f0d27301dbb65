/** From `[n, 2]` to two rows, `stride` numbers apart; for an odd `n`, 1 more number per row is written. */
export function rows64(group: usize, n: usize, rows: usize, stride: usize): void {
  const step = stride << 3;
  for (let i: usize = 0; i < n; i += 2) {
    const at = group + (i << 4);
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const to = rows + (i << 3);
    v128.store(to, v128.shuffle<f64>(a, b, 0, 2));
    v128.store(to + step, v128.shuffle<f64>(a, b, 1, 3));
  }
}
