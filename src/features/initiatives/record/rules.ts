import type { Role } from "@/access/roles";
import type { CourseEntry, Speaker } from "./schema";

const functions: Readonly<Partial<Record<Role, Speaker>>> = {
  coordinator: "coordinator", executor: "coordinator", workingGroupMember: "group", workingGroupSecretary: "group", workingGroupLead: "group",
  coordinationGroupMember: "municipality", responsiblePerson: "municipality", head: "municipality", moderator: "moderator", councilStaff: "council", countryObserver: "country",
};

/** In: a step and the role in which it was taken. Out: who spoke; null for what the platform did by itself. */
export function speakerOf(kind: string, byRole: string | null): Speaker | null {
  // with a coordinator's help the words are the author's
  if (kind === "submitted" || byRole === "person") return "author";
  return functions[byRole as Role] ?? null;
}

export type Utterance =
  | { readonly kind: "said" | "answered"; readonly entry: CourseEntry; readonly text: string }
  | { readonly kind: "between"; readonly entry: CourseEntry };

/** The course as a conversation: what was said with words stands as somebody's, what only happened between them. The initiative itself opens it. */
export function toDialogue(course: readonly CourseEntry[]): Utterance[] {
  return course.filter(({ kind }) => kind !== "submitted").map((entry) => {
    const text = entry.text?.trim() ?? "";
    if (text === "") return { kind: "between", entry };
    return { kind: entry.by === "author" ? "said" : "answered", entry, text };
  });
}
