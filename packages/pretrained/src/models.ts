import cards from './cards.json' with { type: 'json' };
import type { PretrainedModel } from './pretrainedModel.js';

/** The models in the box. */
export const modelNames = ['general', 'emodb'] as const;

export type ModelName = (typeof modelNames)[number];

/**
 * The models' cards. `tools/pretrained` wrote them when it trained the models.
 *
 * @example
 * models.general.licence; // 'CC-BY-NC-SA-4.0': not for commercial use
 */
export const models = cards as unknown as Readonly<Record<ModelName, PretrainedModel>>;
