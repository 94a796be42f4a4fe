/** A person's paragraphs as they were typed. */
export function SaidText({ text }: { readonly text: string }) {
  return text.split(/\n+/).map((paragraph, at) => <p key={at}>{paragraph}</p>);
}
