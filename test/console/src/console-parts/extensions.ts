import { useMemo } from 'react';
import {
  cloneDeepOnlyCloneableValues,
  useExtensions as useExtensionsOfOnePredicate,
  useResolvedExtensions as useResolvedOfOnePredicate,
} from '@openshift/dynamic-plugin-sdk';
import type {
  Extension,
  ExtensionPredicate,
  LoadedAndResolvedExtension,
  LoadedExtension,
} from '@openshift/dynamic-plugin-sdk';
import { useTranslation } from 'react-i18next';

type Translate = (key: string) => string;
type Guard<E extends Extension> = (extension: Extension) => extension is E;

/** Puts the text for every "%namespace~key%" in a value that may be changed. */
function translated(value: unknown, t: Translate): unknown {
  if (typeof value === 'string') {
    return /^%.+%$/s.test(value) ? t(value.slice(1, -1)) : value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => translated(item, t));
  }
  if (value && Object.getPrototypeOf(value) === Object.prototype) {
    const record = value as Record<string, unknown>;
    for (const key of Object.keys(record)) {
      record[key] = translated(record[key], t);
    }
  }
  return value;
}

function useTranslated<E extends Extension>(extensions: LoadedExtension<E>[]): LoadedExtension<E>[] {
  const { t } = useTranslation();
  return useMemo(
    () => extensions.map((extension) => translated(cloneDeepOnlyCloneableValues(extension), t) as LoadedExtension<E>),
    [extensions, t],
  );
}

/** The console's hooks take any number of type guards and mean "one of them"; the library's take one. */
function useOneOf<E extends Extension>(guards: Guard<E>[]): ExtensionPredicate<E> {
  return useMemo(
    () =>
      (extension: Extension): extension is E =>
        guards.length === 0 || guards.some((guard) => guard(extension)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as in the console: an inline guard resolves again
    guards,
  );
}

const useTranslatedOfOnePredicate = <E extends Extension>(predicate?: ExtensionPredicate<E>): LoadedExtension<E>[] =>
  useTranslated(useExtensionsOfOnePredicate(predicate));

/** Extensions in use that one of the guards accepts, with their texts translated. */
export function useExtensions<E extends Extension>(...guards: Guard<E>[]): LoadedExtension<E>[] {
  return useTranslatedOfOnePredicate(useOneOf(guards));
}

/** The same with every code reference loaded: `[extensions, all have settled, errors]`. */
export function useResolvedExtensions<E extends Extension>(
  ...guards: Guard<E>[]
): [LoadedAndResolvedExtension<E>[], boolean, unknown[]] {
  return useResolvedOfOnePredicate(useOneOf(guards), {
    includeExtensionsWithResolutionErrors: true,
    useExtensionsImpl: useTranslatedOfOnePredicate,
  });
}
