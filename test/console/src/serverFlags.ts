/** What the server tells the page before any script runs. */
interface ServerFlags {
  basePath: string;
  releaseVersion: string;
  consolePlugins: string[];
  i18nNamespaces: string[];
  /** Only the stand-in has these: what its own switches offer. */
  standIn: { user: string; users: string[]; languages: string[]; apiServer: string };
}

declare global {
  interface Window {
    SERVER_FLAGS: ServerFlags;
  }
}

export const serverFlags = window.SERVER_FLAGS;
