import { type DescriptorGroup, descriptorNames, firstDescriptors } from '../descriptors/descriptorNames.js';
import type { Descriptors } from '../descriptors/descriptors.js';
import type { FrontEnd } from '../descriptors/frontEnd.js';
import { deltaReach } from '../descriptors/regressionDelta.js';
import { requireNames } from '../options/requireNames.js';
import type { Steps } from '../steps/steps.js';
import { ContourStatistics } from './contourStatistics.js';
import { Correlation, correlationNames } from './correlation.js';
import {
  type FunctionalGroup,
  type FunctionalStatistic,
  functionalStatistics,
  groupsOf,
} from './functionalGroups.js';
import { Modulation, modulationNames } from './modulation.js';
import { PitchFunctionals } from './pitchFunctionals.js';
import { type Regions, regionsOf } from './regions.js';
import { rhythm, rhythmNames } from './rhythm.js';

interface ClipFunctionalsOptions {
  readonly frontEnd: FrontEnd;
  readonly groups?: readonly FunctionalGroup[] | undefined;
  readonly statistics?: readonly FunctionalStatistic[] | undefined;
}

/** Writes the functionals of one group, in steps. */
interface GroupWriter {
  readonly names: readonly string[];
  write(frames: Descriptors, regions: Regions, output: Float32Array, offset: number): Steps<void>;
}

/** Functionals of the descriptors of clips: one row per clip. Tables and buffers are made once. */
export class ClipFunctionals {
  /** Number of frames on both sides of the span of speech that slopes of slopes depend on. */
  static readonly reach = 2 * deltaReach;
  readonly names: readonly string[];
  readonly #writers: readonly GroupWriter[];
  readonly #contourStatistics: ContourStatistics;

  /** @throws {SerError} `invalid-option` */
  constructor(options: ClipFunctionalsOptions) {
    const { frontEnd, statistics = functionalStatistics } = options;
    const known = groupsOf(frontEnd);
    const { groups = known } = options;
    requireNames('groups', groups, known);
    requireNames('statistics', statistics, functionalStatistics);
    this.#contourStatistics = new ContourStatistics(statistics);
    this.#writers = known
      .filter((group) => groups.includes(group))
      .map((group) => this.#writerOf(group, frontEnd, statistics));
    this.names = this.#writers.flatMap(({ names }) => names);
  }

  /** Writes the functionals, in steps. @param output filled with one number per name */
  *write(frames: Descriptors, output: Float32Array): Steps<void> {
    const regions = regionsOf(frames);
    this.#contourStatistics.begin(regions);
    let offset = 0;
    for (const writer of this.#writers) {
      yield* writer.write(frames, regions, output, offset);
      offset += writer.names.length;
    }
  }

  #writerOf(
    group: FunctionalGroup,
    frontEnd: FrontEnd,
    statistics: readonly FunctionalStatistic[],
  ): GroupWriter {
    const first = firstDescriptors(frontEnd);
    switch (group) {
      case 'f0':
        return pitchWriter(statistics);
      case 'rhythm':
        return rhythmWriter(first.energy);
      case 'modulation':
        return modulationWriter(first.mel, descriptorNames[frontEnd].mel.length);
      case 'correlation':
        return correlationWriter(first.mfcc);
      default:
        return contourWriter(group, frontEnd, this.#contourStatistics);
    }
  }
}

/** One statistic after the other, each for all contours of the group. */
function contourWriter(
  group: DescriptorGroup,
  frontEnd: FrontEnd,
  statistics: ContourStatistics,
): GroupWriter {
  const contours = descriptorNames[frontEnd][group];
  const first = firstDescriptors(frontEnd)[group];
  return {
    names: statistics.names.flatMap((statistic) => contours.map((contour) => `${contour}.${statistic}`)),
    *write(frames, _regions, output, offset) {
      for (let i = 0; i < contours.length; i++) {
        yield;
        statistics.read(contourOf(frames, first + i));
        const { row } = statistics;
        for (let s = 0; s < row.length; s++) output[offset + s * contours.length + i] = row[s]!;
      }
    },
  };
}

function pitchWriter(statistics: readonly FunctionalStatistic[]): GroupWriter {
  const pitch = new PitchFunctionals(statistics);
  return {
    names: pitch.names,
    *write(frames, regions, output, offset) {
      yield;
      pitch.write(frames, regions, output, offset);
    },
  };
}

function rhythmWriter(level: number): GroupWriter {
  return {
    names: rhythmNames,
    *write(frames, regions, output, offset) {
      yield;
      rhythm(frames, contourOf(frames, level), regions, output, offset);
    },
  };
}

function modulationWriter(firstMel: number, nMels: number): GroupWriter {
  const modulation = new Modulation(nMels / 2);
  return {
    names: modulationNames(modulation.nPairs),
    *write({ data, nFrames }, regions, output, offset) {
      yield* modulation.write(
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
    *write({ data, nFrames }, regions, output, offset) {
      yield* correlation.write(data.subarray(firstMfcc * nFrames), nFrames, regions, output, offset);
    },
  };
}

function contourOf({ data, nFrames }: Descriptors, number: number): Float64Array {
  return data.subarray(number * nFrames, (number + 1) * nFrames);
}
