import type { Features } from '../frames/features.js';
import { contoursOf, firstContours, type ContourGroup } from '../descriptors/descriptorNames.js';
import type { FrontEnd } from '../descriptors/frontEnd.js';
import type { VoiceFrames } from '../descriptors/descriptors.js';
import { ContourStatistics } from './contourStatistics.js';
import { Correlation, correlationNames } from './correlation.js';
import { Modulation, modulationNames } from './modulation.js';
import { PitchFunctionals } from './pitchFunctionals.js';
import { regionsOf, type Regions } from './regions.js';
import { deltaReach } from '../descriptors/regressionDelta.js';
import { rhythm, rhythmNames } from './rhythm.js';
import {
  groupsOf,
  requireList,
  voiceStatistics,
  type VoiceGroup,
  type VoiceStatistic,
} from './groupNames.js';

export interface VoiceFunctionalsOptions {
  /**
   * What to describe, at least one; the order is always that of `voiceGroups`. The front end 'invariant' has no
   * 'chroma'.
   *
   * @default all that the front end has
   */
  readonly groups?: readonly VoiceGroup[];
  /**
   * By which families of statistics to describe contours and pitch, at least one; the order is always that of
   * `voiceStatistics`. Rhythm, modulation and correlation are statistics themselves.
   *
   * @default all
   */
  readonly statistics?: readonly VoiceStatistic[];
}

/** Writes the numbers of one group. */
interface GroupWriter {
  readonly names: readonly string[];
  write(frames: VoiceFrames, regions: Regions, output: Float32Array, offset: number): void;
}

/** The functionals of many clips' voice frames. Tables and buffers are made once. */
export class VoiceFunctionals {
  /** Frames on either side of the span of speech that count too: slopes of slopes look at them. */
  static readonly reach = 2 * deltaReach;
  readonly names: readonly string[];
  readonly #writers: readonly GroupWriter[];
  readonly #contourStatistics: ContourStatistics;

  /** @throws {SerError} `invalid-option` */
  constructor(options: VoiceFunctionalsOptions & { readonly frontEnd: FrontEnd }) {
    const { frontEnd, statistics = voiceStatistics } = options;
    const known = groupsOf(frontEnd);
    const { groups = known } = options;
    requireList('groups', groups, known);
    requireList('statistics', statistics, voiceStatistics);
    this.#contourStatistics = new ContourStatistics(statistics);
    this.#writers = known
      .filter((group) => groups.includes(group))
      .map((group) => this.#writerOf(group, frontEnd, statistics));
    this.names = this.#writers.flatMap(({ names }) => names);
  }

  /** @param output filled, one number a name */
  write(frames: VoiceFrames, output: Float32Array): void {
    const regions = regionsOf(frames);
    this.#contourStatistics.begin(regions);
    let offset = 0;
    for (const writer of this.#writers) {
      writer.write(frames, regions, output, offset);
      offset += writer.names.length;
    }
  }

  #writerOf(group: VoiceGroup, frontEnd: FrontEnd, statistics: readonly VoiceStatistic[]): GroupWriter {
    const first = firstContours(frontEnd);
    switch (group) {
      case 'f0':
        return new PitchFunctionals(statistics);
      case 'rhythm':
        return rhythmWriter(first.energy);
      case 'modulation':
        return modulationWriter(first.mel, contoursOf[frontEnd].mel.length);
      case 'correlation':
        return correlationWriter(first.mfcc);
      default:
        return contourWriter(group, frontEnd, this.#contourStatistics);
    }
  }
}

/** Statistic by statistic, each of all contours of the group. */
function contourWriter(group: ContourGroup, frontEnd: FrontEnd, statistics: ContourStatistics): GroupWriter {
  const contours = contoursOf[frontEnd][group];
  const first = firstContours(frontEnd)[group];
  return {
    names: statistics.names.flatMap((statistic) => contours.map((contour) => `${contour}.${statistic}`)),
    write(frames, _regions, output, offset) {
      for (let i = 0; i < contours.length; i++) {
        statistics.read(contourOf(frames, first + i));
        const { row } = statistics;
        for (let s = 0; s < row.length; s++) output[offset + s * contours.length + i] = row[s]!;
      }
    },
  };
}

function rhythmWriter(level: number): GroupWriter {
  return {
    names: rhythmNames,
    write: (frames, regions, output, offset) =>
      rhythm(frames, contourOf(frames, level), regions, output, offset),
  };
}

function modulationWriter(firstMel: number, nMels: number): GroupWriter {
  const modulation = new Modulation(nMels / 2);
  return {
    names: modulationNames(modulation.nPairs),
    write({ data, nFrames }, regions, output, offset) {
      modulation.write(
        data.subarray(firstMel * nFrames, (firstMel + nMels) * nFrames),
        regions,
        output,
        offset,
      );
    },
  };
}

function correlationWriter(firstMfcc: number): GroupWriter {
  const correlation = new Correlation();
  return {
    names: correlationNames,
    write({ data, nFrames }, regions, output, offset) {
      correlation.write(data.subarray(firstMfcc * nFrames), nFrames, regions, output, offset);
    },
  };
}

function contourOf({ data, nFrames }: VoiceFrames, number: number): Float64Array {
  return data.subarray(number * nFrames, (number + 1) * nFrames);
}

/**
 * Describes a clip by its voice frames: each contour's statistics over active, voiced and unvoiced frames, the melody,
 * the rhythm, the modulation of mel bands and the correlations of MFCC. One row, whatever the length.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * const { names, data } = voiceFunctionals(voiceFrames(clip), { groups: ['mfcc', 'f0'] });
 * data[names.indexOf('mfcc3.p95.active')];
 */
export function voiceFunctionals(frames: VoiceFrames, options: VoiceFunctionalsOptions = {}): Features {
  const functionals = new VoiceFunctionals({ ...options, frontEnd: frames.frontEnd });
  const { names } = functionals;
  const data = new Float32Array(names.length);
  functionals.write(frames, data);
  return { data, nFrames: 1, nFeatures: names.length, names };
}
