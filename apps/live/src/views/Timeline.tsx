import { useEffect, useRef, useState } from 'preact/hooks';
import { drawTimeline, timelineHeight } from '../charts/drawTimeline.js';
import { formatTime } from '../charts/formatTime.js';
import { panned, type TimelineView, visibleRange, zoomed } from '../charts/timelineView.js';
import type { Live } from '../state/live.js';
import { useStore } from '../state/store.js';
import { text } from '../text.js';

const words = text.timeline;

/** Waveform and emotions over time; it scrolls with the recording. */
export function Timeline({ live }: { readonly live: Live }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [view, setView] = useState<TimelineView>({ span: 30 });
  const state = useStore(live);
  const isRunning = state.listening !== 'off';
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      if (canvas.current) paint(canvas.current, live, view);
      if (isRunning) frame = requestAnimationFrame(draw);
    };
    draw();
    window.addEventListener('resize', draw);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', draw);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', draw);
      scheme.removeEventListener('change', draw);
    };
  }, [live, view, isRunning, state]);
  const { duration } = live.recording;
  const { start, end } = visibleRange(view, duration);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = viewAfter(event.key, view, duration);
    if (!next) return;
    event.preventDefault();
    setView(next);
  };
  return (
    <figure class="timeline">
      {/* the canvas takes the keys, and the list of utterances has the same content as text */}
      <canvas
        ref={canvas}
        role="img"
        tabIndex={0}
        aria-label={`${words.label}. ${words.keys}`}
        onKeyDown={onKeyDown}
      />
      <figcaption class="row">
        <span class="muted">{words.range(formatTime(start), formatTime(end))}</span>
        <span class="spacer" />
        <button
          type="button"
          class="small"
          aria-label={words.zoomOut}
          onClick={() => setView(zoomed(view, 'out'))}
        >
          −
        </button>
        <button
          type="button"
          class="small"
          aria-label={words.zoomIn}
          onClick={() => setView(zoomed(view, 'in'))}
        >
          +
        </button>
        {view.end !== undefined && (
          <button type="button" class="small" onClick={() => setView({ span: view.span })}>
            {words.latest}
          </button>
        )}
      </figcaption>
    </figure>
  );
}

function viewAfter(key: string, view: TimelineView, duration: number): TimelineView | undefined {
  if (key === 'ArrowLeft') return panned(view, duration, -0.25);
  if (key === 'ArrowRight') return panned(view, duration, 0.25);
  if (key === '+' || key === '=') return zoomed(view, 'in');
  if (key === '-' || key === '−') return zoomed(view, 'out');
  return undefined;
}

function paint(canvas: HTMLCanvasElement, live: Live, view: TimelineView): void {
  const width = canvas.clientWidth;
  const ratio = window.devicePixelRatio;
  const size = [Math.round(width * ratio), Math.round(timelineHeight * ratio)] as const;
  if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const { state, recording } = live;
  const { utterances, measurements } = state;
  const styles = getComputedStyle(canvas);
  const color = (name: string) => styles.getPropertyValue(name);
  const range = visibleRange(view, recording.duration);
  const labels = state.model?.labels ?? [];
  drawTimeline(
    context,
    width,
    { labels, peaks: recording.peaks, utterances, measurements, ...range },
    { text: color('--muted'), line: color('--line'), wave: color('--accent') },
  );
}
