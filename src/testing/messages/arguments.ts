import IntlMessageFormat from "intl-messageformat";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

function walk(elements: readonly Element[]): readonly { readonly kind: "value" | "tag"; readonly name: string }[] {
  return elements.flatMap((element) => {
    const inner = [
      ...("options" in element ? Object.values(element.options).flatMap(({ value }) => walk(value)) : []),
      ...("children" in element ? walk(element.children) : []),
    ];
    if ("children" in element) return [{ kind: "tag" as const, name: element.value }, ...inner];
    // 0 is plain text, 7 the number sign of a plural: neither names a value
    return element.type === 0 || element.type === 7 ? inner : [{ kind: "value" as const, name: element.value }, ...inner];
  });
}

const namesOf = (text: string, kind: "value" | "tag") => [...new Set(walk(new IntlMessageFormat(text, "ru").getAst()).filter((found) => found.kind === kind).map(({ name }) => name))].toSorted();

/** What a sentence asks for. Throws SyntaxError where it isn't ICU. */
export const namedValues = (text: string): readonly string[] => namesOf(text, "value");
export const tagsOf = (text: string): readonly string[] => namesOf(text, "tag");
