import { decodeFile } from '../audio/decodeFile.js';
import type { NamedFile } from '../model/droppedModel.js';
import type { Live } from '../state/live.js';
import { Store } from '../state/store.js';
import { text } from '../text.js';
import type { Clip } from '../worker/protocol.js';
import type { LabeledClip, SkippedClip } from './labeledClips.js';
import type { Answer, Report } from './report.js';

/** The report and what it is of. */
export interface EvaluationReport extends Report {
  readonly skipped: readonly SkippedClip[];
  /** Speakers of the recordings that the model was trained on. */
  readonly trainedOn: readonly string[];
  /** Titles of the corpora that the model was trained on. */
  readonly trainedCorpora: readonly string[];
  /** Name of the speaker who taught the model; undefined if nothing was taught. */
  readonly taughtBy?: string | undefined;
}

export interface EvaluationState {
  /** Recordings so far, and in all. */
  readonly progress?: readonly [done: number, total: number] | undefined;
  readonly report?: EvaluationReport | undefined;
}

/** Predicts labeled recordings with the model of the selected speaker, without adaptation to the voices. */
export class Evaluation extends Store<EvaluationState> {
  readonly #live: Live;

  constructor(live: Live) {
    super({});
    this.#live = live;
  }

  async run(files: readonly NamedFile[]): Promise<void> {
    const live = this.#live;
    this.set({ progress: [0, 0], report: undefined });
    live.set({ problem: undefined });
    try {
      await live.worker.call('startEvaluation', { speaker: live.speaker.id });
      this.set({ report: await this.#report(files) });
    } catch (error) {
      live.fail(error);
    } finally {
      this.set({ progress: undefined });
      await live.worker.call('endEvaluation', undefined);
    }
  }

  async #report(files: readonly NamedFile[]): Promise<EvaluationReport> {
    const { labeledClips, reportOf, trainedSpeakers } = await import('./parts.js');
    const { name, model } = this.#live.speaker;
    const { clips, skipped, corpus } = await labeledClips(files, model.labels);
    if (new Set(clips.map(({ label }) => label)).size < 2) throw new Error(text.evaluate.tooFew);
    const answers: Answer[] = [];
    const unread: SkippedClip[] = [];
    for (const [i, clip] of clips.entries()) {
      this.set({ progress: [i, clips.length] });
      const answer = await this.#answer(clip);
      if ('reason' in answer) unread.push(answer);
      else answers.push(answer);
    }
    const { trainedOn } = this.#live.state.model!.card;
    return {
      ...reportOf(answers, model.labels),
      skipped: [...skipped, ...unread],
      trainedOn: trainedSpeakers(trainedOn, corpus, answers),
      trainedCorpora: trainedOn.map(({ title }) => title),
      taughtBy: model.taught.ids.length > 0 ? name : undefined,
    };
  }

  async #answer(labeled: LabeledClip): Promise<Answer | SkippedClip> {
    const { path, file, label, speaker, corpusSpeaker, start, end } = labeled;
    try {
      const clip = partOf(await decodeFile(file), start, end);
      const { label: recognized } = await this.#live.worker.call('predict', clip);
      return { actual: label, recognized, speaker, corpusSpeaker };
    } catch (error) {
      return { path, reason: error instanceof Error ? error.message : String(error) };
    }
  }
}

function partOf({ samples, sampleRate }: Clip, start = 0, end = Infinity): Clip {
  const [first, last] = [start, end].map((time) => Math.round(Math.min(time * sampleRate, samples.length)));
  return { samples: samples.slice(first, last), sampleRate };
}
