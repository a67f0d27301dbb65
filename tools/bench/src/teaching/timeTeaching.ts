import type { AudioClip } from '@ser/dsp';
import { Recognizer } from '@ser/recognizer';
import { median } from '../median.js';

/** Costs of teaching one clip beside a hundred others. */
export interface TeachingCost {
  /** Milliseconds of `session.teach`, with the features. */
  readonly teach: number;
  /** Milliseconds of the next `session.predict`, which also adapts the model to the new clip. */
  readonly predict: number;
  /** Milliseconds of `session.predict` before anything was taught. */
  readonly predictUntaught: number;
  /** Milliseconds of `session.taught.estimate`. */
  readonly estimate: number;
  /** Bytes of the saved model, and of what was taught to it. */
  readonly modelBytes: number;
  readonly taughtBytes: number;
}

const nTaught = 100;
const nRounds = 20;

/** @param clips more than 100, of 3 s each, with their labels */
export async function timeTeaching(
  clips: readonly { readonly clip: AudioClip; readonly label: string }[],
): Promise<TeachingCost> {
  const recognizer = await Recognizer.bundled('general');
  const session = recognizer.session();
  const [teach, predict, predictUntaught, estimate]: number[][] = [[], [], [], []];
  for (let i = 0; i < nRounds; i++)
    predictUntaught!.push(await milliseconds(() => session.predict(clips[i]!.clip)));
  for (const { clip, label } of clips.slice(0, nTaught)) await session.teach(clip, label);
  for (let i = 0; i < nRounds; i++) {
    const { clip, label } = clips[nTaught + (i % (clips.length - nTaught))]!;
    teach!.push(await milliseconds(() => session.teach(clip, label, { id: 'one more' })));
    predict!.push(await milliseconds(() => session.predict(clip)));
    if (i < 3) estimate!.push(await milliseconds(() => session.taught.estimate));
  }
  const files = Object.entries(await session.toFiles());
  recognizer.dispose();
  return {
    teach: median(teach!),
    predict: median(predict!),
    predictUntaught: median(predictUntaught!),
    estimate: median(estimate!),
    modelBytes: files.reduce((sum, [, bytes]) => sum + bytes.length, 0),
    taughtBytes: files.find(([name]) => name.endsWith('taught.bin'))![1].length,
  };
}

async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
