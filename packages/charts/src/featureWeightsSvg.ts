import { checkSome } from './drawing/checkShares.js';
import { type WidthOption, checkWidth } from './drawing/checkWidth.js';
import { element, escapeText } from './drawing/element.js';
import { figure } from './drawing/figure.js';
import { signedShade } from './drawing/shade.js';
import { fitText, textWidth } from './drawing/textWidth.js';
import { themedFill } from './drawing/themedFill.js';
import { ChartError } from './errors.js';

export interface FeatureWeightsSvgOptions extends WidthOption {
  /** Of shape `[nFeatures, nClasses]`: how far one standard deviation of a feature speaks for each class. */
  readonly weights: readonly ArrayLike<number>[];
  /** The name of each feature. */
  readonly names: readonly string[];
  /** The name of each class. */
  readonly labels: readonly string[];
  /** How many features are drawn: those with the largest weight for any class. @default 20 */
  readonly top?: number;
  /** @default 'What the answers rest on' */
  readonly title?: string;
}

/** A feature and what it speaks for. */
export interface WeightedFeature {
  readonly name: string;
  /** One for each class. */
  readonly weights: readonly number[];
}

/**
 * The weights of a linear model: for each of the weightiest features, which emotions a high value speaks for
 * (+, blue) and against (−, orange). Each cell says so in figures as well.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {SerError} `no-items`, `length-mismatch`; `invalid-option` for a weight that is not finite, `top`, `width`
 *
 * @example
 * featureWeightsSvg({ weights: [[0.4, -0.2], [0.1, 0.3]], names: ['f0.mean', 'rms.mean'], labels: ['angry', 'sad'] });
 */
export function featureWeightsSvg(options: FeatureWeightsSvgOptions): string {
  const features = weightiest(checkFeatureWeights(options));
  const { labels } = options;
  const width = checkWidth(options);
  const longest = Math.max(...features.map(({ name }) => textWidth(name, labelSize)));
  const left = Math.min(longest, width * 0.45) + 14;
  const layout = { left, cell: Math.max(34, Math.min(64, (width - left - 8) / labels.length)) };
  const extent = features.length * rowHeight;
  const greatest = Math.max(...features.flatMap(({ weights }) => weights.map(Math.abs)), 1e-300);
  const slanted = Math.max(...labels.map((label) => textWidth(label, labelSize))) > layout.cell - 6;
  return figure({
    width: Math.max(width, left + layout.cell * labels.length + 8),
    height: extent + (slanted ? 72 : 24) + 20,
    title: titleFeatureWeights(options),
    description: describeFeatureWeights(options),
    body: [
      ...features.flatMap((feature, row) => drawFeature(feature, row, { ...layout, greatest, labels })),
      ...labels.map((label, i) => {
        const x = left + (i + 0.5) * layout.cell;
        const shown = escapeText(fitText(label, 92, labelSize));
        const place = slanted
          ? { 'text-anchor': 'end', transform: `translate(${Math.round(x + 5)} ${extent + 14}) rotate(-45)` }
          : { 'text-anchor': 'middle', x, y: extent + 18 };
        return element('text', { ...place, 'font-size': labelSize }, shown);
      }),
      element(
        'text',
        { class: 'muted', x: 8, y: extent + (slanted ? 72 : 24) + 12, 'font-size': 12 },
        '+ speaks for, − against; a standard deviation each',
      ),
    ],
  });
}

const labelSize = 12;
const rowHeight = 24;

interface Row {
  readonly left: number;
  readonly cell: number;
  readonly greatest: number;
  readonly labels: readonly string[];
}

function drawFeature(feature: WeightedFeature, row: number, layout: Row): string[] {
  const { name, weights } = feature;
  const { left, cell, greatest, labels } = layout;
  const y = row * rowHeight;
  return [
    element(
      'text',
      { x: left - 6, y: y + 16, 'text-anchor': 'end', 'font-size': labelSize },
      element('title', {}, escapeText(name)),
      escapeText(fitText(name, left - 12, labelSize)),
    ),
    ...weights.map((weight, i) => {
      const { fill, text } = signedShade(weight / greatest);
      const x = left + i * cell;
      return element(
        'g',
        {},
        element('title', {}, escapeText(`${name}, ${labels[i]!}: ${signed(weight)}`)),
        element('rect', {
          ...{ x: x + 1, y: y + 1, width: cell - 2, height: rowHeight - 2, rx: 2 },
          ...themedFill(fill),
        }),
        element(
          'text',
          {
            x: x + cell / 2,
            y: y + 16,
            'text-anchor': 'middle',
            'font-size': cell < 40 ? 10 : 11,
            ...themedFill(text),
          },
          signed(weight),
        ),
      );
    }),
  ];
}

/** The features with the largest weight for any class, the weightiest first. */
export function weightiest({
  weights,
  names,
  top = 20,
}: FeatureWeightsSvgOptions): readonly WeightedFeature[] {
  return names
    .map((name, i) => ({ name, weights: Array.from(weights[i]!) }))
    .map((feature) => ({ feature, size: Math.max(...feature.weights.map(Math.abs)) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, top)
    .map(({ feature }) => feature);
}

export function titleFeatureWeights({ title }: FeatureWeightsSvgOptions): string {
  return title ?? 'What the answers rest on';
}

/** The weights in words: the weightiest feature for each class. */
export function describeFeatureWeights({ weights, names, labels }: FeatureWeightsSvgOptions): string {
  const said = labels.map((label, i) => {
    let best = 0;
    for (let j = 1; j < names.length; j++) if (weights[j]![i]! > weights[best]![i]!) best = j;
    return `${label} by a high ${names[best]!} (${signed(weights[best]![i]!)})`;
  });
  return `${names.length} features. Most is said for ${said.join(', ')}.`;
}

/** Three characters or so, with a true minus sign. */
function signed(value: number): string {
  const digits = Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 1 ? 1 : 2;
  const size = Math.abs(value).toFixed(digits);
  if (Number(size) === 0) return '0';
  return `${value < 0 ? '−' : '+'}${size}`;
}

export function checkFeatureWeights(options: FeatureWeightsSvgOptions): FeatureWeightsSvgOptions {
  const { weights, names, labels, top = 20 } = options;
  checkSome('names', names);
  checkSome('labels', labels);
  const odd = weights.find((row) => row.length !== labels.length);
  if (weights.length !== names.length || odd) {
    throw new ChartError(
      'length-mismatch',
      `\`weights\` must have a row for each of the ${names.length} \`names\` and a column for each of the ${labels.length} \`labels\`, got ${weights.length} rows${odd ? `, one of ${odd.length}` : ''}.`,
    );
  }
  const bad = weights.flatMap((row) => Array.from(row)).find((weight) => !Number.isFinite(weight));
  if (bad !== undefined)
    throw new ChartError('invalid-option', `\`weights\` must be finite, got \`${bad}\`.`);
  if (!Number.isInteger(top) || top < 1)
    throw new ChartError('invalid-option', `\`top\` must be a whole number >= 1, got \`${top}\`.`);
  return options;
}
