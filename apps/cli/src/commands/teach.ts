import type { SpeakerSession } from '@ser/recognizer';
import { type Command, Option } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { openChosenEngine, openModel } from '../openModel.js';
import { dataHelp } from '../options/data.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { jsonOption } from '../options/jsonOption.js';
import { modelOption } from '../options/model.js';
import { taughtModelFolder } from '../options/modelFolder.js';
import { seconds } from '../options/number.js';
import { addOwnDataOptions, labelsOption, type OwnDataOptions } from '../options/ownData.js';
import { pluginOption } from '../options/plugin.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printableLines } from '../show/printable.js';
import { teachingText } from '../show/teachingText.js';
import { teachClips } from '../teach/teachClips.js';
import { teachLive } from '../teach/teachLive.js';
import { nothingTaught, type TeachingResult } from '../teach/teachingResult.js';
import { UsageError } from '../usageError.js';

interface TeachOptions extends OwnDataOptions {
  readonly model?: string;
  readonly data?: readonly string[];
  readonly live?: true;
  readonly out: string;
  readonly onlyTaught?: true;
  readonly seconds?: number;
  readonly engine: EngineChoice;
  readonly json?: true;
}

/** `ser teach [--model MODEL] (--data [NAME=]PATH… | --live) --out FOLDER` */
export function addTeachCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('teach')
    .summary('teach a model your voice')
    .description(
      'Teaches a model clips of one speaker, from recordings or live from the microphone. A few clips of each emotion are ' +
        'enough, and labels may be new. Reports how well other clips of the speaker will be recognized, and writes a model ' +
        'for `ser predict` and `ser listen`. It contains numbers that the model computed from your clips, never audio.',
    )
    .addOption(modelOption())
    .option('--data <path...>', `${dataHelp} (default: none)`)
    .option('--live', 'record the clips now: asks for an emotion, records, and shows what it recognized')
    .requiredOption(
      '--out <folder>',
      'folder for the taught model; the folder of --model to teach that one more clips',
    )
    .addOption(
      labelsOption('labels to teach, for example angry,happy; other recordings are left out (default: all)'),
    )
    .option('--only-taught', 'choose only among the taught labels (default: also among those of the model)')
    .addOption(
      new Option('--seconds <n>', 'with --live: seconds of each recording (default: 4)').argParser(
        seconds('--seconds', { min: 0.5 }),
      ),
    )
    .addOption(engineOption())
    .addOption(pluginOption())
    .addOption(jsonOption())
    .action((options: TeachOptions) => teach(io, options));
  addOwnDataOptions(command);
  addExamples(
    command,
    'ser teach --data my_clips --out me                     one folder per label: my_clips/angry/1.wav, …',
    'ser teach --data my.csv --map wütend=angry --out me',
    'ser teach --live --out me',
    'ser teach --live --model me --out me                   teaches it more',
    'ser predict clip.wav --model me',
    'ser listen --model me --save me                        keys correct the last answer',
  );
}

async function teach(io: CommandIo, options: TeachOptions): Promise<void> {
  const { model, data = [], live = false, json, onlyTaught } = options;
  checkSource(options);
  const folder = await taughtModelFolder(io, '--out', { folder: options.out, model });
  const { recognizer } = await openModel(io, model, await openChosenEngine(io, options.engine));
  const { saveRecognizer } = await import('@ser/recognizer/node');
  const session = recognizer.session(onlyTaught && { onlyTaught });
  const save = () => saveRecognizer(folder, session);
  try {
    const outcome = live
      ? await teachLive(io, session, { seconds: options.seconds, labels: options.labels, json, save })
      : await teachClips(io, session, { data, own: options, trainedOn: recognizer.card.trainedOn });
    const result = { ...resultOf(session, options.out, model), ...outcome };
    if (result.ids.length === 0) throw nothingTaught(result);
    if (!live) await save();
    if (json) writeJson(io, result);
    else io.stdout.write(printableLines(teachingText(io, result)));
  } finally {
    recognizer.dispose();
  }
}

function checkSource({ data, live, seconds: length }: TeachOptions): void {
  if (data === undefined && !live) {
    throw new UsageError(
      'missing-option',
      'Clips to teach are required: `--data PATH`, or `--live` to record them. Add one of them.',
    );
  }
  if (data !== undefined && live) {
    throw new UsageError(
      'invalid-option',
      'Only one of `--data` and `--live` may be given; got both. Leave out one of them.',
    );
  }
  if (length !== undefined && !live) {
    throw new UsageError('missing-option', '`--seconds` needs `--live`. Add `--live`.');
  }
}

function resultOf(session: SpeakerSession, out: string, model: string | undefined): TeachingResult {
  const { clips, ids, estimate, doubtful } = session.taught;
  return {
    ...{ out, model: model ?? null, clips, ids, estimate: estimate ?? null, doubtful },
    learningCurve: session.learningCurve(),
    speakers: [],
    rejected: [],
    otherVoice: false,
  };
}
