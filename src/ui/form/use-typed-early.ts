import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * What was typed before the scripts came stands in the browser's field alone, and the first drawing after them would empty it: it is
 * told as if it had been typed just now. In: the field's value and who is told. Out: for the field.
 */
export function useTypedEarly<Field extends HTMLInputElement | HTMLTextAreaElement>(value: string | undefined, onChange: ((text: string) => void) | undefined): RefObject<Field | null> {
  const field = useRef<Field>(null);
  const begun = useRef({ value, onChange });
  useLayoutEffect(() => {
    const typed = field.current?.value;
    const { value: known, onChange: tell } = begun.current;
    if (known !== undefined && typed !== undefined && typed !== known.replaceAll(/\r\n?/g, '\n')) tell?.(typed);
  }, []);
  return field;
}
