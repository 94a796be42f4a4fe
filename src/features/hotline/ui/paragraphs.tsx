/** Text as it was typed: an empty line parts paragraphs. */
export function Paragraphs({ text }: { readonly text: string }) {
  return text.split(/\n{2,}/).map((part, at) => <p key={at} className="whitespace-pre-line">{part}</p>);
}
