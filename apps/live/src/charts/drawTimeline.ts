import { peaksPerSecond } from '../audio/recording.js';
import { type Measurement, shownLabel, type Utterance } from '../state/utterance.js';
import { formatTime } from './formatTime.js';
import { colorOf } from './palette.js';

/** What the timeline shows. */
export interface TimelineContent {
  readonly labels: readonly string[];
  readonly peaks: readonly number[];
  readonly utterances: readonly Utterance[];
  readonly measurements: readonly Measurement[];
  /** Visible part, in seconds. */
  readonly start: number;
  readonly end: number;
}

/** Colors of the page. */
export interface TimelineColors {
  readonly text: string;
  readonly line: string;
  readonly wave: string;
}

interface Frame extends TimelineContent {
  readonly canvas: CanvasRenderingContext2D;
  readonly colors: TimelineColors;
  readonly width: number;
  readonly x: (time: number) => number;
}

/** Heights from the top, in px. */
const lane = { wave: [0, 84], bars: [92, 172], names: [176, 196], axis: 214 } as const;
export const timelineHeight = 220;

/** Draws waveform, probabilities, utterances, and time axis. @param width in px */
export function drawTimeline(
  canvas: CanvasRenderingContext2D,
  width: number,
  content: TimelineContent,
  colors: TimelineColors,
): void {
  const { start, end } = content;
  const x = (time: number) => ((time - start) / (end - start)) * width;
  const frame = { ...content, canvas, colors, width, x };
  canvas.clearRect(0, 0, width, timelineHeight);
  canvas.font = '12px system-ui, sans-serif';
  drawAxis(frame);
  drawWave(frame);
  drawBars(frame);
  drawNames(frame);
}

function drawWave({ canvas, colors, peaks, start, end, x }: Frame): void {
  const [top, bottom] = lane.wave;
  const middle = (top + bottom) / 2;
  const first = Math.max(0, Math.floor(start * peaksPerSecond));
  const last = Math.min(peaks.length, Math.ceil(end * peaksPerSecond));
  canvas.fillStyle = colors.line;
  canvas.fillRect(x(start), middle - 0.5, x(end) - x(start), 1);
  canvas.fillStyle = colors.wave;
  const barWidth = Math.max(1, x(start + 1 / peaksPerSecond) - x(start) - 0.5);
  for (let i = first; i < last; i++) {
    // the square root makes quiet speech visible
    const height = Math.sqrt(peaks[i]!) * (bottom - top);
    canvas.fillRect(x(i / peaksPerSecond), middle - height / 2, barWidth, height);
  }
}

/** One column per measurement, divided by the probabilities of the labels. */
function drawBars({ canvas, labels, measurements, start, end, x }: Frame): void {
  const [top, bottom] = lane.bars;
  measurements.forEach((measurement, i) => {
    const before = measurements[i - 1];
    const isSame = before !== undefined && before.start === measurement.start;
    const from = isSame ? Math.min(before.end, measurement.end) : measurement.start;
    if (measurement.end < start || from > end) return;
    let y = bottom;
    for (const label of labels) {
      const height = (measurement.probabilities[label] ?? 0) * (bottom - top);
      canvas.fillStyle = colorOf(label, labels);
      canvas.fillRect(x(from), y - height, Math.max(1, x(measurement.end) - x(from) - 1), height);
      y -= height;
    }
  });
}

function drawNames({ canvas, colors, labels, utterances, start, end, x }: Frame): void {
  const [top, bottom] = lane.names;
  for (const utterance of utterances) {
    if (utterance.end < start || utterance.start > end) continue;
    const label = shownLabel(utterance);
    const left = x(utterance.start);
    const room = x(utterance.end) - left;
    canvas.fillStyle = colorOf(label, labels);
    canvas.fillRect(left, top, Math.max(2, room - 1), 3);
    canvas.fillStyle = colors.text;
    if (canvas.measureText(label).width < room) canvas.fillText(label, left, bottom - 4);
  }
}

function drawAxis({ canvas, colors, start, end, width, x }: Frame): void {
  const step = [1, 2, 5, 10, 20, 60, 120].find((seconds) => x(start + seconds) - x(start) > 70) ?? 300;
  canvas.fillStyle = colors.text;
  for (let time = Math.ceil(start / step) * step; time <= end; time += step) {
    const text = formatTime(time).replace(/\.0$/, '');
    const left = Math.max(0, Math.min(width - canvas.measureText(text).width, x(time) - 8));
    canvas.fillText(text, left, lane.axis);
  }
}
