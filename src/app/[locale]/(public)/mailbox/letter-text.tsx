/** A letter as it was sent, with its links to be followed. */
export function LetterText({ text }: { readonly text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/);
  return <div className="max-w-measure whitespace-pre-line wrap-anywhere">{parts.map((part, at) => (at % 2 === 1 ? <a key={at} href={part}>{part}</a> : part))}</div>;
}
