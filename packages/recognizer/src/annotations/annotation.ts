/** A labeled stretch of a recording. */
export interface Annotation {
  /** In seconds from the beginning of the recording. */
  readonly start: number;
  /** In seconds from the beginning of the recording. */
  readonly end: number;
  readonly label: string;
  /** The probability of the label. */
  readonly confidence: number;
}

/** File formats for annotations. */
export type AnnotationFormat = 'csv' | 'jsonl' | 'vtt' | 'audacity' | 'elan';
