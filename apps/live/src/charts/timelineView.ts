/** The part of the recording that the timeline shows. */
export interface TimelineView {
  /** Length, in seconds. */
  readonly span: number;
  /** End of the part, in seconds; undefined follows the recording. */
  readonly end?: number | undefined;
}

export const spans = [10, 30, 120, 600] as const;

/** Start and end of the part, in seconds; it is never before the beginning. */
export function visibleRange({ span, end }: TimelineView, duration: number): { start: number; end: number } {
  const last = Math.max(span, Math.min(end ?? duration, duration));
  return { start: last - span, end: last };
}

/** Moves by a share of the visible part; at the end of the recording it follows it again. */
export function panned(view: TimelineView, duration: number, share: number): TimelineView {
  const { end } = visibleRange(view, duration);
  const moved = Math.max(view.span, end + share * view.span);
  return { span: view.span, end: moved >= duration ? undefined : moved };
}

/** The next longer or shorter part, with the same end. */
export function zoomed(view: TimelineView, direction: 'in' | 'out'): TimelineView {
  const i = spans.findIndex((span) => span >= view.span);
  const span = spans[Math.max(0, Math.min(spans.length - 1, i + (direction === 'in' ? -1 : 1)))]!;
  return { ...view, span };
}
