import { featuresOf, type FramePlan, type Features } from '../frames/features.js';
import { SpectralPlan } from '../frames/spectralPlan.js';

/** Several plans for each clip. Plans with the same spectrogram options share one spectrogram. */
export class PlanSet {
  readonly plans: readonly FramePlan[];
  readonly #sharing: readonly (readonly SpectralPlan[])[];

  constructor(plans: readonly FramePlan[]) {
    this.plans = plans;
    this.#sharing = groupedBySpectrogram(plans);
  }

  /**
   * The features of one clip, in the order of the plans.
   *
   * @throws {SerError} `clip-too-short`, `invalid-sample`
   */
  transform(samples: Float32Array): readonly Features[] {
    const spectral = new Map(this.#sharing.flatMap((plans) => transformTogether(plans, samples)));
    return this.plans.map((plan) => spectral.get(plan) ?? featuresOf(plan, samples));
  }
}

function transformTogether(
  plans: readonly SpectralPlan[],
  samples: Float32Array,
): readonly [FramePlan, Features][] {
  const nFrames = plans[0]!.nFrames(samples.length);
  const outputs = plans.map(({ names }) => new Float32Array(nFrames * names.length));
  SpectralPlan.transformTogether(plans, samples, outputs);
  return plans.map((plan, i) => {
    const { names } = plan;
    return [plan, { data: outputs[i]!, nFrames, nFeatures: names.length, names }];
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
