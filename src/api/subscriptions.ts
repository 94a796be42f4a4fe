import "@/platform/housekeeping";

/**
 * Where features are told of each other, and where they take their places on the platform: subscribers of events,
 * the authenticator, jobs. Called once, before the server listens.
 */
export function registerSubscriptions(): void {}
