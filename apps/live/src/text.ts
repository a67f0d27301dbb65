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
    kept: 'Your taught model',
    keptHint: (nClips: number) => `Kept on this device, with ${clips(nClips)} of your voice.`,
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
    newSpeaker: 'New speaker',
    newSpeakerHint: 'Forgets how the last speaker sounds. What you taught stays.',
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
    speaker: (n: number) => `Speaker ${n}`,
  },

  timeline: {
    label: 'Timeline: waveform, utterances, and the probabilities of the emotions over time',
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
    corrected: (label: string) => `recognized as ${label}`,
    announced: (label: string, percent: string) => `${label}, ${percent}`,
  },

  teach: {
    heading: 'Teach it your voice',
    intro:
      'Say a sentence with the emotion below, three times or more for each emotion. Only numbers that the model computes are kept, never audio.',
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
      'Choose a folder of recordings that are named by their label, such as “angry/1.wav” or “angry-1.wav”. The model answers without adaptation to the speakers.',
    choose: 'Choose a folder',
    running: (done: number, total: number) => `${done} of ${total} recordings`,
    uar: (percent: number, low: number, high: number, n: number) =>
      `Unweighted average recall (UAR): ${percent}% (95% interval: ${low} to ${high}%), ${n} recordings.`,
    caption: 'Rows: actual label. Columns: recognized as.',
    actual: 'Actual',
    skipped: (n: number) =>
      `${n} recordings were left out: their name has no label of the model, or they cannot be read.`,
    tooFew: 'At least two labels of the model must occur in the names of the recordings.',
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
