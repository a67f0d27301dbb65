import { peaksPerSecond } from '../audio/recording.js';
import type { SoundTrack } from '../sound/soundTrack.js';
import { type Measurement, shownLabel, type Utterance } from '../state/utterance.js';
import { text } from '../text.js';
import { drawPitch, pitchMarks } from './drawPitch.js';
import { formatTime } from './formatTime.js';
import { colorOf } from './palette.js';
import type { SpectrogramTiles } from './spectrogramTiles.js';

/** What the timeline shows. */
export interface TimelineContent {
  readonly labels: readonly string[];
  readonly peaks: readonly number[];
  readonly sound: SoundTrack;
  readonly utterances: readonly Utterance[];
  readonly measurements: readonly Measurement[];
  /** Visible part, in seconds. */
  readonly start: number;
  readonly end: number;
}

/** Colors of the page. */
export interface TimelineColors {
  readonly scheme: 'light' | 'dark';
  readonly text: string;
  readonly line: string;
  readonly wave: string;
  /** Behind the names of the lanes. */
  readonly card: string;
}

/** Where to draw, in px. */
export interface TimelineSurface {
  readonly canvas: CanvasRenderingContext2D;
  readonly width: number;
  readonly tiles: SpectrogramTiles;
}

interface Frame extends TimelineContent, TimelineSurface {
  readonly colors: TimelineColors;
  readonly x: (time: number) => number;
}

/** Heights from the top, in px; the name of a lane is above it. */
const lane = {
  wave: [16, 70],
  spectrogram: [88, 168],
  pitch: [186, 246],
  bars: [264, 334],
  names: [338, 358],
  axis: 376,
} as const;
const nameHeight = 15;
export const timelineHeight = 382;

/** Draws waveform, spectrogram, pitch, probabilities, utterances, and time axis. */
export function drawTimeline(
  surface: TimelineSurface,
  content: TimelineContent,
  colors: TimelineColors,
): void {
  const { canvas, width } = surface;
  const { start, end } = content;
  const x = (time: number) => ((time - start) / (end - start)) * width;
  const frame = { ...content, ...surface, colors, x };
  canvas.clearRect(0, 0, width, timelineHeight);
  canvas.font = '12px system-ui, sans-serif';
  drawAxis(frame);
  drawWave(frame);
  drawSpectrogram(frame);
  const [top, bottom] = lane.pitch;
  drawPitch(canvas, content.sound, frame, { top, bottom, line: colors.line, pitch: colors.wave });
  drawBars(frame);
  drawNames(frame);
  drawLaneNames(frame);
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

function drawSpectrogram({ canvas, tiles, sound, colors, start, end, width, x }: Frame): void {
  const [top, bottom] = lane.spectrogram;
  tiles.draw(canvas, sound.pages(start, end), { x, top, height: bottom - top }, colors.scheme);
  canvas.strokeStyle = colors.line;
  canvas.strokeRect(0.5, top - 0.5, width - 1, bottom - top + 1);
}

/** One column per measurement, divided by the probabilities of the labels. */
function drawBars({ canvas, labels, measurements, start, end, x }: Frame): void {
  const [top, bottom] = lane.bars;
  measurements.forEach((measurement, i) => {
    if (measurement.end < start || measurement.start > end) return;
    const before = measurements[i - 1];
    const isSame = before !== undefined && before.start === measurement.start;
    const from = isSame ? Math.min(before.end, measurement.end) : measurement.start;
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
    const label = formatTime(time).replace(/\.0$/, '');
    const left = Math.max(0, Math.min(width - canvas.measureText(label).width, x(time) - 8));
    canvas.fillText(label, left, lane.axis);
  }
}

/** Names above the lanes, and the frequencies of the pitch at the right, on a ground that keeps them legible. */
function drawLaneNames({ canvas, colors, width }: Frame): void {
  const write = (name: string, left: number, top: number) => {
    canvas.fillStyle = colors.card;
    canvas.fillRect(left, top, canvas.measureText(name).width + 6, nameHeight);
    canvas.fillStyle = colors.text;
    canvas.fillText(name, left + (left > 0 ? 3 : 0), top + 12);
  };
  const { waveform, spectrogram, pitch, emotions } = text.timeline.lanes;
  write(waveform, 0, lane.wave[0] - nameHeight - 1);
  write(spectrogram, 0, lane.spectrogram[0] - nameHeight - 1);
  write(pitch, 0, lane.pitch[0] - nameHeight - 1);
  write(emotions, 0, lane.bars[0] - nameHeight - 1);
  const [top, bottom] = lane.pitch;
  for (const { hz, y } of pitchMarks(bottom - top)) {
    const name = text.timeline.hertz(hz);
    write(name, width - canvas.measureText(name).width - 6, top + y - 8);
  }
}
