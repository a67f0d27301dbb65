import cards from './cards.json' with { type: 'json' };
import type { PretrainedModel } from './pretrainedModel.js';

/** The names of the models. */
export const modelNames = ['general', 'general-small', 'emodb'] as const;

export type ModelName = (typeof modelNames)[number];

/**
 * The model cards. `tools/pretrained` writes them when it trains the models.
 *
 * @example
 * models.general.license; // 'CC-BY-NC-SA-4.0': not for commercial use
 */
export const models = cards as unknown as Readonly<Record<ModelName, PretrainedModel>>;
