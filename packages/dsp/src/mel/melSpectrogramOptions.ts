import type { SpectrogramOptions } from '../spectrum/spectrogramOptions.js';
import type { MelFilterBankOptions } from './melFilterBank.js';

export interface MelSpectrogramOptions extends SpectrogramOptions, MelFilterBankOptions {}
