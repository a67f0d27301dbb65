import { columnsPerSecond } from '../sound/soundBlock.js';
import type { SoundTrack } from '../sound/soundTrack.js';

/** The lowest and the highest pitch of the lane, in Hz. */
const [lowest, highest] = [60, 500];

/** Lines with a name, in Hz. */
const lines = [100, 200, 400];

/** Draws the pitch of the visible part, on a scale of octaves. */
export function drawPitch(
  canvas: CanvasRenderingContext2D,
  sound: SoundTrack,
  view: { readonly start: number; readonly end: number; readonly x: (time: number) => number },
  lane: { readonly top: number; readonly bottom: number; readonly line: string; readonly pitch: string },
): void {
  const { start, end, x } = view;
  const height = lane.bottom - lane.top;
  const y = (hz: number) => lane.bottom - (height * Math.log2(hz / lowest)) / Math.log2(highest / lowest);
  canvas.fillStyle = lane.line;
  for (const hz of lines) canvas.fillRect(x(start), Math.round(y(hz)), x(end) - x(start), 1);
  canvas.fillStyle = lane.pitch;
  const width = Math.max(1.5, x(start + 1 / columnsPerSecond) - x(start));
  for (
    let column = Math.max(0, Math.floor(start * columnsPerSecond));
    column < end * columnsPerSecond;
    column++
  ) {
    const hz = sound.pitchAt(column);
    if (hz >= lowest && hz <= highest) canvas.fillRect(x(column / columnsPerSecond), y(hz) - 1, width, 2);
  }
}

/** Places of the names of the lines, in px from the top of the lane. */
export function pitchMarks(height: number): readonly { readonly hz: number; readonly y: number }[] {
  return lines.map((hz) => ({
    hz,
    y: height - (height * Math.log2(hz / lowest)) / Math.log2(highest / lowest),
  }));
}
