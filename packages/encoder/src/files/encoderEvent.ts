/** What happens while the files of an encoder are read. */
export type EncoderEvent =
  /** Bytes of a file have been received; `total` is unknown if the server does not say it. */
  | {
      readonly type: 'download';
      readonly file: string;
      readonly received: number;
      readonly total: number | undefined;
    }
  /** A download was interrupted and is tried again; `attempt` counts from 2. */
  | { readonly type: 'retry'; readonly file: string; readonly attempt: number; readonly cause: unknown }
  /** A file has been read from the cache, and its checksum is right. */
  | { readonly type: 'cached'; readonly file: string }
  /** A file in the cache does not have its recorded checksum; it is downloaded again. */
  | { readonly type: 'damaged'; readonly file: string };
