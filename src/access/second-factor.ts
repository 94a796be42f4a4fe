import type { Post } from "./actor";
import type { Role } from "./roles";

/** Those who see beyond one municipality, and those who set everything: a stolen password must not be enough. */
const demanding: readonly Role[] = ["councilStaff", "countryObserver", "administrator"];

export function demandsSecondFactor(posts: readonly Pick<Post, "role">[]): boolean {
  return posts.some(({ role }) => demanding.includes(role));
}

/** Who may take the lost factor away from somebody whose posts demand one: no post in a municipality reaches that far. */
export function mayResetDemanded(role: string): boolean {
  return role === "administrator";
}
