/** A time in seconds as minutes, seconds, and tenths: `1:05.2`. */
export function formatTime(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const rest = String(Math.floor(tenths / 10) % 60).padStart(2, '0');
  return `${Math.floor(tenths / 600)}:${rest}.${tenths % 10}`;
}

/** A share as whole percent. */
export function percentOf(share: number): number {
  return Math.round(share * 100);
}
