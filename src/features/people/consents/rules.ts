export interface PublishedVersion {
  readonly version: number;
  readonly asksAnew: boolean;
}

/** Is somebody who has agreed to `agreed` (null: to none that stands) asked about the newest version? Only a version that says so asks. */
export function isAskedAnew(published: readonly PublishedVersion[], agreed: number | null): boolean {
  return agreed !== null && published.some(({ version, asksAnew }) => asksAnew && version > agreed);
}
