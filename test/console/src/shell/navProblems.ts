import type { Extension } from '@openshift/dynamic-plugin-sdk';
import { DEFAULT_PERSPECTIVE, perspectives, stockNavigation, VIRTUALIZATION_PERSPECTIVE } from './stockNavigation';

interface NavProperties {
  id?: string;
  perspective?: string;
  section?: string;
  insertBefore?: string | string[];
  insertAfter?: string | string[];
}

const isNav = ({ type }: Extension): boolean => type.startsWith('console.navigation/');
const propertiesOf = ({ properties }: Extension): NavProperties => properties as NavProperties;
const perspectiveOf = ({ perspective = DEFAULT_PERSPECTIVE }: NavProperties): string => perspective;

/** An entry of the navigation, as far as the checks look at it. */
type Place = Pick<NavProperties, 'id' | 'section'>;

function problemsOf(entry: NavProperties, others: Place[]): string[] {
  const { id, section } = entry;
  const beside = others.filter((other) => other.section === section).map((other) => other.id);
  const neighbours = [entry.insertBefore ?? [], entry.insertAfter ?? []].flat();
  return [
    ...(section !== undefined && !others.some((other) => other.id === section)
      ? [`there is no section ${section}, so it is not shown`]
      : []),
    ...(neighbours.length > 0 && !neighbours.some((neighbour) => beside.includes(neighbour))
      ? [`${neighbours.join(', ')} is not there, so it goes to the end`]
      : []),
    ...(others.some((other) => other.id === id) ? ['another entry has the same id'] : []),
  ];
}

/**
 * What is wrong with the navigation entries of a manifest, one sentence each. The real console puts an entry whose
 * neighbour is not in the same perspective and section to the end, and does not tell.
 */
export function navProblems(extensions: Extension[]): string[] {
  const entries = extensions.filter(isNav).map(propertiesOf);
  return entries.flatMap((entry) => {
    const perspective = perspectiveOf(entry);
    if (!perspectives.some(({ id }) => id === perspective)) {
      // a plugin for several consoles names what older ones do not have: nothing is shown there
      return perspective === VIRTUALIZATION_PERSPECTIVE
        ? []
        : [`navigation entry ${entry.id}: there is no perspective ${perspective}`];
    }
    const own = entries.filter((other) => other !== entry);
    const shown = own.filter((other) => perspectiveOf(other) === perspective);
    const sameId = own.filter((other) => other.id === entry.id && !shown.includes(other));
    return problemsOf(entry, [...stockNavigation(perspective, 'all-namespaces'), ...shown, ...sameId]).map(
      (problem) => `navigation entry ${entry.id}: ${problem}`,
    );
  });
}
