import { featureSteps, type FramePlan, type Features } from '../frames/features.js';
import { SpectralPlan } from '../frames/spectralPlan.js';
import type { Steps } from '../steps/steps.js';

/** Several plans for each clip. Plans with the same spectrogram options share one spectrogram. */
export class PlanSet {
  readonly plans: readonly FramePlan[];
  readonly #sharing: readonly (readonly SpectralPlan[])[];

  constructor(plans: readonly FramePlan[]) {
    this.plans = plans;
    this.#sharing = groupedBySpectrogram(plans);
  }

  /**
   * The features of one clip, in the order of the plans, in steps.
   *
   * @throws {SerError} `clip-too-short`, `invalid-sample`
   */
  *steps(samples: Float32Array): Steps<readonly Features[]> {
    const spectral = new Map<FramePlan, Features>();
    for (const plans of this.#sharing) {
      for (const [plan, features] of yield* stepsTogether(plans, samples)) spectral.set(plan, features);
    }
    const all: Features[] = [];
    for (const plan of this.plans) all.push(spectral.get(plan) ?? (yield* featureSteps(plan, samples)));
    return all;
  }
}

function* stepsTogether(
  plans: readonly SpectralPlan[],
  samples: Float32Array,
): Steps<readonly (readonly [FramePlan, Features])[]> {
  const nFrames = plans[0]!.nFrames(samples.length);
  const outputs = plans.map(({ names }) => new Float32Array(nFrames * names.length));
  yield* SpectralPlan.stepsTogether(plans, samples, outputs);
  return plans.map((plan, i) => {
    const { names } = plan;
    return [plan, { data: outputs[i]!, nFrames, nFeatures: names.length, names }] as const;
  });
}

function groupedBySpectrogram(plans: readonly FramePlan[]): readonly (readonly SpectralPlan[])[] {
  const groups = new Map<string, SpectralPlan[]>();
  for (const plan of plans) {
    if (!(plan instanceof SpectralPlan)) continue;
    const key = JSON.stringify(plan.spectrogramOptions);
    groups.set(key, [...(groups.get(key) ?? []), plan]);
  }
  return [...groups.values()];
}
