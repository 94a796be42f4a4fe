'use client';

import { useId, type ReactNode } from 'react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { Button } from './button';
import type { FieldWords } from './field';

export type FileDropProps = FieldWords & {
  id?: string;
  files: readonly File[];
  onChange: (files: File[]) => void;
  /** MIME types: for the dialog, and for what may be dropped. Size and content are checked by the caller, who gives `error`. */
  accept?: readonly string[];
  /** `accept` is for the dialog alone: whatever is dropped goes to the caller, who says why it isn't taken */
  takesAny?: boolean;
  multiple?: boolean;
  labels: { drop: ReactNode; choose: ReactNode; remove: (name: string) => string; size: (bytes: number) => string };
};

const isAccepted = (file: File, accept?: readonly string[]) =>
  !accept || accept.some((type) => type === file.type || (type.endsWith('/*') && file.type.startsWith(type.slice(0, -1))));

export function FileDrop({ label, hint, error, mark, id, files, onChange, accept, takesAny = false, multiple = true, labels }: FileDropProps) {
  const made = useId();
  const own = id ?? made;
  const add = (more: readonly File[]) => {
    const taken = more.filter((file) => takesAny || isAccepted(file, accept));
    if (taken.length > 0) onChange(multiple ? [...files, ...taken] : taken.slice(0, 1));
  };
  return (
    <div className={error ? 'field field-bad' : 'field'} id={own} role="group" aria-labelledby={`${own}-label`} aria-describedby={`${own}-hint ${own}-error`}>
      <span className="label" id={`${own}-label`}>
        {label}
        {mark ? <span className="mark-required">{mark}</span> : null}
      </span>
      {hint ? <p className="hint" id={`${own}-hint`}>{hint}</p> : null}
      {error ? <p className="error" role="alert" id={`${own}-error`}>{error}</p> : null}
      <DropZone
        className="drop"
        {...(typeof label === 'string' ? { 'aria-label': label } : {})}
        onDrop={async (event) => add(await Promise.all(event.items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))))}
      >
        <Text slot="label" className="muted">{labels.drop}</Text>
        <FileTrigger acceptedFileTypes={accept} allowsMultiple={multiple} onSelect={(list) => add(Array.from(list ?? []))}>
          <Button variant="quiet">{labels.choose}</Button>
        </FileTrigger>
        {files.length > 0 && (
          <ul className="drop-files">
            {files.map((file, at) => (
              <li key={`${file.name}-${at}`}>
                <span>{file.name} <span className="small muted num">{labels.size(file.size)}</span></span>
                <Button variant="plain" icon aria-label={labels.remove(file.name)} onPress={() => onChange(files.filter((_, other) => other !== at))}>
                  <span aria-hidden="true">×</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </DropZone>
    </div>
  );
}
