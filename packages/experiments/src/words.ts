/** `0.4123` as `41.2 %`, with a space that no line breaks at. */
export function percent(share: number): string {
  return `${percentFigure(share)}\u00a0%`;
}

/** `0.4123` as `41.2`, where the unit stands elsewhere. */
export function percentFigure(share: number): string {
  return (100 * share).toFixed(1);
}

/** `-0.0123` as `−1.2`, with a minus sign as long as the digits are wide; what rounds to nothing has none. */
export function signedFigure(share: number): string {
  return percentFigure(share)
    .replace(/^-0\.0$/, '0.0')
    .replace('-', '−');
}

/** `1440` as `1,440`. */
export function grouped(count: number): string {
  return new Intl.NumberFormat('en').format(count);
}

/** `3 clips`, `1 clip`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `20 to 21`, or `20` when all are equal. */
export function range(counts: readonly number[]): string {
  const low = Math.min(...counts);
  const high = Math.max(...counts);
  return low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`;
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

/** Seconds as people say them: `8 s`, `3 min 20 s`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
