import { serverFlags } from './serverFlags';

const numbers = (release: string): [number, number] => {
  const [major = 0, minor = 0] = release.split('.').map(Number.parseFloat);
  return [major, minor];
};

/** The console's release, as in "4.22". */
export const release = numbers(serverFlags.releaseVersion).join('.');

/** Whether this console is of that release or of a later one; for what consoles do from then on. */
export function isFrom(first: string): boolean {
  const [major, minor] = numbers(serverFlags.releaseVersion);
  const [firstMajor, firstMinor] = numbers(first);
  return major > firstMajor || (major === firstMajor && minor >= firstMinor);
}
