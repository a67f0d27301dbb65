/** A share as a percentage with one decimal: `0.4567` is `45.7%`. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** A share from 0 to 1 as a bar of blocks, at most `width` characters, in steps of an eighth of a character. */
export function blocks(share: number, width: number): string {
  const eighths = Math.round(Math.min(Math.max(share, 0), 1) * width * 8);
  const rest = eighths % 8;
  return '█'.repeat(Math.floor(eighths / 8)) + (rest === 0 ? '' : ' ▏▎▍▌▋▊▉'[rest]!);
}

/** Seconds in words: `8.3 s`, `4 min 05 s`, `1 h 02 min`. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`;
}

/** Milliseconds of a training step, to three digits: `0.85 ms per step`, `12.3 ms per step`, `1234 ms per step`. */
export function stepTime(milliseconds: number): string {
  const decimals = Math.max(0, 2 - Math.max(0, Math.floor(Math.log10(milliseconds))));
  return `${milliseconds.toFixed(decimals)} ms per step`;
}
