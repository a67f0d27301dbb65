/** All text of the page. */
export const text = {
  title: 'Emotion in speech, live',
  tagline:
    'Recognizes how something is said, on your device. It learns your voice. Nothing leaves this device.',
  skip: 'Skip to the content',
  notice:
    'This page recognizes emotions from voices automatically. In the European Union, using emotion recognition at work or in education is prohibited, except for medical or safety reasons, and people must be informed before it is used on them (Regulation (EU) 2024/1689, Articles 5 and 50).',

  model: {
    heading: 'Model',
    intro: 'Choose a model to start. It is downloaded once and kept on this device.',
    general: 'With speech encoder',
    generalHint: 'More accurate. Downloads about 14 MB.',
    small: 'Small',
    smallHint: 'Downloads less than 1 MB. Less accurate.',
    kept: (name: string) => `Taught by ${name}`,
    keptHint: (nClips: number) => `Kept on this device, with ${clips(nClips)} of this voice.`,
    load: 'Load the model',
    change: 'Change',
    own: 'Use a model folder',
    ownArchive: 'Use a model file (.tar)',
    loading: 'Loading the model',
    progress: (done: number, total: number) => `${megabytes(done)} of ${megabytes(total)} MB`,
    starting: 'Starting the model…',
    facts: (engine: string, nLabels: number) => `${nLabels} labels. Engine: ${engine}.`,
    names: { general: 'General, with speech encoder', 'general-small': 'General, small' } as Readonly<
      Record<string, string>
    >,
    noModel: 'There is no model among these files. Choose a .tar archive or a folder with recognizer.json.',
  },

  live: {
    heading: 'Live',
    listen: 'Start the microphone',
    stop: 'Stop',
    files: 'Open recordings',
    dropHint: 'Or drop recordings or a model folder anywhere on this page.',
    startOver: 'Delete this session',
    starting: 'Opening the microphone…',
    listening: 'Listening',
    reading: (name: string) => `Reading ${name}`,
    idle: 'Not listening',
    calibrating: 'Calibrating: the first five utterances of a speaker are less reliable.',
    calibrated: 'Calibrated to this speaker',
    now: 'Now',
    nothing: 'Speak, and the emotions appear here.',
    noSpeech: 'no speech',
  },

  speakers: {
    list: 'Speakers',
    name: (n: number) => `Speaker ${n}`,
    count: (n: number) => `(${n})`,
    rename: 'Name of the speaker',
    add: 'New speaker',
    addHint: 'Opens a tab for somebody else, who speaks from now on. The other tabs keep what they have.',
  },

  timeline: {
    label:
      'Timeline: waveform, spectrogram, pitch, the probabilities of the emotions, and utterances over time',
    lanes: { waveform: 'Waveform', spectrogram: 'Spectrogram', pitch: 'Pitch', emotions: 'Emotions' },
    hertz: (hz: number) => `${hz} Hz`,
    shown: (from: string, to: string, n: number) =>
      `The timeline shows ${from} to ${to}, with ${n === 1 ? '1 utterance' : `${n} utterances`} of this speaker.`,
    pitchOf: (median: number, low: number, high: number) =>
      `median pitch ${median} Hz, mostly ${low} to ${high} Hz`,
    keys: 'With the arrow keys, move through the recording; with + and −, zoom.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    latest: 'Latest',
    range: (from: string, to: string) => `${from} to ${to}`,
  },

  utterances: {
    heading: 'Utterances',
    empty: 'Each utterance appears here with its label. A pause of half a second ends it.',
    time: 'Time',
    label: 'Label',
    confidence: 'Probability',
    correct: 'Correct',
    correctFor: (start: string) => `Correct label of the utterance at ${start}`,
    play: (start: string) => `Play the utterance at ${start}`,
    calibrating: 'calibrating',
    all: (n: number) => `Show all ${n} utterances`,
    corrected: (label: string) => `recognized as ${label}`,
    announced: (label: string, percent: string) => `${label}, ${percent}`,
  },

  teach: {
    heading: 'Teach it your voice',
    intro: (name: string) =>
      `${name}: say a sentence with the emotion below, three times or more for each emotion. Only numbers that the model computes are kept, never audio.`,
    before: (percent: number) =>
      `Before teaching, the model recognized ${percent}% of these clips (unweighted average recall).`,
    emotion: 'Emotion',
    another: 'Another label',
    anotherHint: 'such as tired',
    record: (label: string) => `Record “${label}”`,
    stop: 'Stop recording',
    recording: 'Recording. Speak now; up to five seconds.',
    learning: 'Learning…',
    recognized: (label: string, before: string) =>
      label === before
        ? `“${label}” was already recognized.`
        : `“${label}” was recognized as ${before}; now it is learned.`,
    taught: 'Taught',
    estimate: (percent: number, low: number, high: number, nClips: number) =>
      `Estimate for your next clips: ${percent}% right (95% interval: ${low} to ${high}%), from ${clips(nClips)} that were each left out in turn.`,
    noEstimate: 'Three clips of each of at least two emotions give an honest estimate.',
    otherVoice:
      'The last utterances seem to come from another voice, microphone, or room than the taught clips.',
    undo: 'Undo the last clip',
    download: 'Download the model',
    downloadHint:
      'The file also works in the command “ser predict --model my-voice.tar”. To use it here, drop it on the page.',
    remove: 'Delete what was taught',
    removed: 'Deleted from this device.',
    needModel: 'Load a model first.',
  },

  evaluate: {
    heading: 'Evaluate',
    intro:
      'Drop or choose labeled recordings for an honest report: a folder that is named by labels (“angry/1.wav” or “angry-1.wav”), a known corpus, or a table together with its recordings. The model answers without adaptation to the voices.',
    tableHint:
      'A table is CSV, TSV, or JSON lines with the columns path and label, and if possible speaker. Without speakers there is no interval.',
    choose: 'Choose a folder',
    chooseTable: 'Choose a table and recordings',
    running: (done: number, total: number) => `${done} of ${total} recordings`,
    result: 'Report',
    uar: (percent: number) => `Unweighted average recall (UAR): ${percent}%.`,
    chance: (percent: number, n: number) => `Chance: ${percent}%. ${n} recordings.`,
    interval: (low: number, high: number, n: number) =>
      `95% interval over ${n} speakers: ${low} to ${high}%.`,
    oneSpeaker:
      'All recordings are of one speaker: there is no interval, and other speakers may differ a lot.',
    unknownSpeakers:
      'The speakers are not known, so there is no interval. Add a column speaker to the table.',
    trainedOn: (speakers: readonly string[], n: number) =>
      `The model was trained on ${n === 1 ? 'the speaker' : `${speakers.length} of the ${n} speakers`} (${speakers.join(', ')}): it knows these voices, so the score is too high for others.`,
    notTrainedOn: (corpora: readonly string[]) =>
      `The model was trained on speakers of ${corpora.join(', ')}. None of the recordings is known to be of these speakers; if you know better, do not trust the score.`,
    taughtBy: (name: string) =>
      `The model includes what ${name} taught it. Recordings that were also taught make the score too high.`,
    perLabel: 'Recall and precision of each label, and how many recordings have it.',
    label: 'Label',
    recall: 'Recall',
    precision: 'Precision',
    number: 'Recordings',
    caption: 'Rows: actual label. Columns: recognized as.',
    actual: 'Actual',
    nothingSkipped: 'All recordings were used.',
    skipped: (n: number) => (n === 1 ? '1 file was left out' : `${n} files were left out`),
    reasons: {
      missing: 'The table lists it, but it is not among the files.',
      unlisted: 'It is not in the table.',
      noLabel: 'Neither its name nor its folder has a label of the model.',
      unknownLabel: (label: string) => `The model does not have the label “${label}”.`,
    },
    tooFew: 'At least two labels of the model must occur among the recordings.',
  },

  save: {
    heading: 'Save this session',
    csv: 'Table (CSV)',
    vtt: 'Captions (WebVTT)',
    json: 'JSON',
    wav: 'Audio (WAV)',
  },

  privacy: {
    heading: 'Privacy',
    points: [
      'Your voice is processed in this browser. No audio, no result, and no statistics leave this device.',
      'The content security policy of the page forbids requests to any other server, and the browser enforces it.',
      'The session is lost when you close the page. Only a model that you taught is kept, as numbers, in the storage of this browser, until you delete it.',
      'After the first load, the page works offline: switch off the network and try.',
    ],
  },

  limits: {
    heading: 'What it cannot do',
    points: [
      'It recognizes how something is said or acted, not what a person feels.',
      'It is often wrong about voices, languages, and rooms that differ from its training data. Expect mistakes, most of all before it is calibrated.',
      'Music, other voices, and noise are not separated from the speaker.',
      'It must not be used to judge people, such as in hiring, at work, in education, or by the police.',
      'The bundled models were trained on data that does not allow commercial use.',
    ],
  },

  problem: {
    heading: 'Something went wrong',
    dismiss: 'Close',
    denied:
      'The microphone is not allowed. Allow it for this page in the settings of the browser, then start it again. Opening recordings works without it.',
  },

  footer: 'Open source, Apache-2.0. Works offline after the first load.',
} as const;

function clips(n: number): string {
  return n === 1 ? '1 clip' : `${n} clips`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
