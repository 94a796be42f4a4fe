const first = ["вел", "зар", "кум", "лод", "мур", "наж", "пер", "ряз", "сув", "тур", "хол", "чеб", "шур", "юрк", "бал", "гон"];
const middle = ["ам", "ев", "ид", "ок", "ул", "ыч", "ан", "ер", "из", "ом", "уш", "яг", "ат", "ел", "ир", "ос"];
const last = ["ино", "овка", "уга", "анка", "ушино", "ерга", "ишки", "ома", "евка", "ыж", "инка", "аиха", "ётка", "ань", "уй", "ища"];

/** In: 0, 1, 2 … Out: an invented place name, another for each number below 65 536, longer ones after that. */
export function rareWord(index: number): string {
  const take = (list: readonly string[], shift: number) => list[(index >> shift) & 15] ?? "";
  const beyond = index >> 16;
  return `${take(first, 0)}${take(middle, 4)}${take(middle, 8)}${beyond > 0 ? take(middle, 16) + take(middle, 20) : ""}${take(last, 12)}`;
}
