import type { UarInterval } from '../measures/runMetrics.js';
import { html } from './html.js';
import type { Html } from './html.js';

export interface Caveats {
  readonly synthetic: boolean;
  readonly speakerIndependent: boolean;
  readonly interval?: UarInterval | null;
}

/** What a reader must know before believing the figure. */
export function notices({ synthetic, speakerIndependent, interval }: Caveats): readonly Html[] {
  return [
    ...(synthetic ? [syntheticNotice()] : []),
    ...(speakerIndependent ? [] : [speakerDependentNotice()]),
    ...(interval?.caveat === undefined ? [] : [intervalNotice(interval.caveat)]),
  ];
}

function syntheticNotice(): Html {
  return html`<p class="notice" role="note">
    <strong>Synthetic voices.</strong> The voices are made by a synthesiser, no human speaks here. The figures
    show that the whole way from audio to report works; they say nothing about people.
  </p>`;
}

function speakerDependentNotice(): Html {
  return html`<p class="notice" role="note">
    <strong>Speaker-dependent.</strong> The voices in the test were also in training. Expect a far lower
    figure on a new voice.
  </p>`;
}

function intervalNotice(caveat: string): Html {
  return html`<p class="notice" role="note"><strong>A rough interval.</strong> ${caveat}</p>`;
}
