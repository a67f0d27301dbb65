/** `0.4123` as `41.2%`. */
export function percent(share: number): string {
  return `${percentNumber(share)}%`;
}

/** `0.4123` as `41.2`, where the unit is shown elsewhere. */
export function percentNumber(share: number): string {
  return (100 * share).toFixed(1);
}

/** `-0.0123` as `−1.2`, with a minus sign as wide as a digit; zero has no sign. */
export function signedPercentNumber(share: number): string {
  return percentNumber(share)
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

/** `20 to 21`, or `20` if all are equal. */
export function range(counts: readonly number[]): string {
  const low = Math.min(...counts);
  const high = Math.max(...counts);
  return low === high ? grouped(low) : `${grouped(low)} to ${grouped(high)}`;
}

/** `a`, `a and b`, `a, b, and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 3) return words.join(' and ');
  return `${words.slice(0, -1).join(', ')}, and ${words.at(-1)!}`;
}

/** Seconds for people: `8.0 s`, `3 min 20 s`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
