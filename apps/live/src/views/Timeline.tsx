import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { drawTimeline, timelineHeight } from '../charts/drawTimeline.js';
import { formatTime } from '../charts/formatTime.js';
import { SpectrogramTiles } from '../charts/spectrogramTiles.js';
import { timelineText } from '../charts/timelineText.js';
import { panned, type TimelineView, visibleRange, zoomed } from '../charts/timelineView.js';
import type { Live } from '../state/live.js';
import { useStore } from '../state/store.js';
import { text } from '../text.js';

const words = text.timeline;

/** Pictures per second while audio comes in. */
const pace = 25;

/** Waveform, spectrogram, pitch, and emotions over time; it scrolls with the recording. */
export function Timeline({ live }: { readonly live: Live }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const textId = useId();
  const [view, setView] = useState<TimelineView>({ span: 30 });
  const state = useStore(live);
  useDrawing(canvas, live, view, state);
  const { duration } = live.recording;
  const range = visibleRange(view, duration);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = viewAfter(event.key, view, duration);
    if (!next) return;
    event.preventDefault();
    setView(next);
  };
  const sentences = timelineText(live.speaker.utterances, range, (start, end) =>
    live.sound.pitchRange(start, end),
  );
  return (
    <figure class="timeline">
      <canvas
        ref={canvas}
        role="img"
        tabIndex={0}
        aria-label={`${words.label}. ${words.keys}`}
        aria-details={textId}
        onKeyDown={onKeyDown}
      />
      <div id={textId} class="hidden">
        <p>{words.shown(formatTime(range.start), formatTime(range.end), sentences.length)}</p>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <figcaption class="row">
        <span class="muted">{words.range(formatTime(range.start), formatTime(range.end))}</span>
        <span class="spacer" />
        <ZoomButton name={words.zoomOut} sign="−" onClick={() => setView(zoomed(view, 'out'))} />
        <ZoomButton name={words.zoomIn} sign="+" onClick={() => setView(zoomed(view, 'in'))} />
        {view.end !== undefined && (
          <button type="button" class="small" onClick={() => setView({ span: view.span })}>
            {words.latest}
          </button>
        )}
      </figcaption>
    </figure>
  );
}

interface ZoomButtonProps {
  readonly name: string;
  readonly sign: string;
  readonly onClick: () => void;
}

function ZoomButton({ name, sign, onClick }: ZoomButtonProps) {
  return (
    <button type="button" class="small" aria-label={name} onClick={onClick}>
      {sign}
    </button>
  );
}

/** Draws again when something changes, and at a steady pace while audio comes in. */
function useDrawing(
  canvas: { readonly current: HTMLCanvasElement | null },
  live: Live,
  view: TimelineView,
  state: Live['state'],
): void {
  const [tiles] = useState(() => new SpectrogramTiles());
  const isRunning = state.listening !== 'off';
  useEffect(() => {
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const draw = () => {
      if (canvas.current && !document.hidden) paint(canvas.current, live, view, tiles);
    };
    draw();
    const timer = isRunning ? setInterval(draw, 1000 / pace) : undefined;
    const events = [
      [window, 'resize'],
      [scheme, 'change'],
      [document, 'visibilitychange'],
    ] as const;
    for (const [target, event] of events) target.addEventListener(event, draw);
    return () => {
      clearInterval(timer);
      for (const [target, event] of events) target.removeEventListener(event, draw);
    };
  }, [canvas, live, view, tiles, isRunning, state]);
}

function viewAfter(key: string, view: TimelineView, duration: number): TimelineView | undefined {
  if (key === 'ArrowLeft') return panned(view, duration, -0.25);
  if (key === 'ArrowRight') return panned(view, duration, 0.25);
  if (key === '+' || key === '=') return zoomed(view, 'in');
  if (key === '-' || key === '−') return zoomed(view, 'out');
  return undefined;
}

function paint(canvas: HTMLCanvasElement, live: Live, view: TimelineView, tiles: SpectrogramTiles): void {
  const width = canvas.clientWidth;
  const ratio = window.devicePixelRatio;
  const size = [Math.round(width * ratio), Math.round(timelineHeight * ratio)] as const;
  if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const { recording, sound, speaker } = live;
  const { model, utterances, measurements } = speaker;
  const styles = getComputedStyle(canvas);
  const color = (name: string) => styles.getPropertyValue(name);
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  drawTimeline(
    { canvas: context, width, tiles },
    {
      ...{ labels: model.labels, peaks: recording.peaks, sound, utterances, measurements },
      ...visibleRange(view, recording.duration),
    },
    {
      ...{ scheme, text: color('--muted'), line: color('--line') },
      ...{ wave: color('--accent'), card: color('--card') },
    },
  );
}
