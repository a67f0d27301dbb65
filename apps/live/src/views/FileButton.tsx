import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface Props {
  readonly children: ComponentChildren;
  readonly onFiles: (files: readonly File[]) => void;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Whether a folder is chosen. */
  readonly isFolder?: boolean;
  readonly disabled?: boolean;
  readonly id?: string;
}

/** A button that lets the user choose files. */
export function FileButton({ children, onFiles, isFolder = false, disabled = false, id, ...field }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        {...field}
        id={id}
        ref={input}
        type="file"
        hidden
        {...{ webkitdirectory: isFolder }}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = ''; // so that the same file can be chosen again
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
