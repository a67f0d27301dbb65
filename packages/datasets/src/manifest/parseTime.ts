const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, sec: 1, min: 60 };

/**
 * A time in seconds, in the forms that tables of recordings use: a number of seconds (`1.5`), with a unit (`1500ms`,
 * `1.5 s`), `hours:minutes:seconds` (`00:16:16,059`, `1:02.5`), or the durations of pandas (`0 days 00:00:01.500000`).
 *
 * @returns `undefined` for an empty text and for `NaT`, `NaN`, and `None`; `NaN` for any other text
 */
export function parseTime(text: string): number | undefined {
  if (/^(nat|nan|none|)$/i.test(text)) return undefined;
  const number = /^\d+([.,]\d+)?(e[+-]?\d+)?$/i;
  if (number.test(text)) return Number(text.replace(',', '.'));
  const [, amount, unit = ''] = /^(\d+(?:[.,]\d+)?)\s*(ms|s|sec|min)$/i.exec(text) ?? [];
  if (amount !== undefined) return Number(amount.replace(',', '.')) * units[unit.toLowerCase()]!;
  const clock = /^(?:(\d+) days? )?(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:[.,]\d+)?)$/.exec(text);
  if (!clock) return NaN;
  const [days = 0, hours = 0, minutes = 0] = clock.slice(1, 4).map((part) => Number(part ?? 0));
  return days * 86_400 + hours * 3600 + minutes * 60 + Number(clock[4]!.replace(',', '.'));
}
