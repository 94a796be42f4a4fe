/** The fourteen directions, in their order. */
export const directions = [
  { key: "transport", name: "Дороги и транспорт", nameEn: "Roads and transport" },
  { key: "landscaping", name: "Благоустройство", nameEn: "Public spaces" },
  { key: "housing", name: "Жильё и ЖКХ", nameEn: "Housing and utilities" },
  { key: "education", name: "Образование", nameEn: "Education" },
  { key: "health", name: "Здравоохранение", nameEn: "Health care" },
  { key: "culture", name: "Культура", nameEn: "Culture" },
  { key: "sport", name: "Физкультура и спорт", nameEn: "Sport" },
  { key: "youth", name: "Молодёжь и дети", nameEn: "Youth and children" },
  { key: "socialSupport", name: "Социальная поддержка", nameEn: "Social support" },
  { key: "ecology", name: "Экология и отходы", nameEn: "Environment and waste" },
  { key: "safety", name: "Безопасность", nameEn: "Safety" },
  { key: "business", name: "Предпринимательство и торговля", nameEn: "Business and trade" },
  { key: "digital", name: "Связь и цифровые услуги", nameEn: "Communications and digital services" },
  { key: "selfGovernment", name: "Самоуправление и услуги администрации", nameEn: "Self-government and municipal services" },
] as const;

export type DirectionKey = (typeof directions)[number]["key"];

/** Files of texts and kinds of organisations say «social-support» and «healthcare». */
export function directionKeyOf(fileName: string): DirectionKey {
  const key = fileName === "healthcare" ? "health" : fileName.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const found = directions.find((one) => one.key === key);
  if (!found) throw new Error(`no such direction: ${fileName}`);
  return found.key;
}

interface GroupPattern {
  name: string;
  directions: readonly DirectionKey[];
}

const roads: GroupPattern = { name: "Рабочая группа по дорогам и безопасности", directions: ["transport", "safety"] };
const homes: GroupPattern = { name: "Рабочая группа по жилью, благоустройству и экологии", directions: ["landscaping", "housing", "ecology"] };
const works: GroupPattern = { name: "Рабочая группа по дорогам, жилью и благоустройству", directions: ["transport", "landscaping", "housing", "ecology", "safety"] };
const schools: GroupPattern = { name: "Рабочая группа по образованию и молодёжи", directions: ["education", "youth"] };
const leisure: GroupPattern = { name: "Рабочая группа по культуре и спорту", directions: ["culture", "sport"] };
const humanities: GroupPattern = { name: "Рабочая группа по образованию, культуре и спорту", directions: ["education", "culture", "sport", "youth"] };
const care: GroupPattern = { name: "Рабочая группа по здравоохранению и социальной поддержке", directions: ["health", "socialSupport"] };
const economy: GroupPattern = { name: "Рабочая группа по экономике, связи и самоуправлению", directions: ["business", "digital", "selfGovernment"] };

/** In: how many groups a municipality can man. Out: groups that own all directions between them. */
export function groupPatterns(size: "one" | "four" | "five" | "six"): readonly GroupPattern[] {
  if (size === "one") return [{ name: "Рабочая группа по всем направлениям", directions: directions.map((one) => one.key) }];
  if (size === "four") return [works, humanities, care, economy];
  if (size === "five") return [roads, homes, humanities, care, economy];
  return [roads, homes, schools, leisure, care, economy];
}
