/** A labeled stretch of a recording. */
export interface Annotation {
  /** In seconds from the beginning of the recording. */
  readonly start: number;
  /** In seconds from the beginning of the recording. */
  readonly end: number;
  readonly label: string;
  /** The probability of the label. */
  readonly confidence: number;
  /** Who speaks. Files name the speaker of each annotation if at least one has a speaker. @default none */
  readonly speaker?: string | undefined;
}

/** File formats for annotations. */
export type AnnotationFormat = 'csv' | 'jsonl' | 'vtt' | 'audacity' | 'elan';
