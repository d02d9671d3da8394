import { dump } from 'js-yaml';

/** An object as YAML, long strings on one line. The library comes with Review alone. */
export const toYaml = (object: unknown): string => dump(object, { lineWidth: -1, noRefs: true });
