import { useEffect, useMemo, useState } from 'react';
import type { Failure } from '../../domain/k8s/failure';
import { sdkPort } from '../port/sdkPort';
import { askProjects, type ProjectAnswer, type ReadableProject } from './readableProjects';
import { useProjectNames } from './useProjectNames';

/** How many projects are asked about, and how many of them are watched, before the person wants more. */
const ASKED_AT_ONCE = 50;
const WATCHED_AT_ONCE = 10;

export interface ReadableProjects {
  /** false while projects are being asked about */
  readonly isSettled: boolean;
  /** those to show */
  readonly projects: readonly ReadableProject[];
  /** how many were not looked at: not asked about, or beyond what is watched */
  readonly left: number;
  readonly failure?: Failure;
  /** asks about more of them */
  readonly askMore: () => void;
}

const NO_PROJECTS: readonly ReadableProject[] = [];
const isReadable = (answer: ProjectAnswer | undefined): answer is ReadableProject => typeof answer === 'object';

/**
 * The projects in which this user may list VMs and Services, for users without that permission everywhere. They are
 * asked about one by one, a few at a time and up to a bound, by reviews that are never refused.
 * @param isAsked false where they are not needed
 */
export function useReadableProjects(isAsked: boolean): ReadableProjects {
  const { names, failure } = useProjectNames(isAsked);
  const [rounds, setRounds] = useState(1);
  const [known] = useState(() => new Map<string, ProjectAnswer>());
  const [settled, setSettled] = useState<{ readonly names: readonly string[] }>();
  const wanted = useMemo(() => names?.slice(0, rounds * ASKED_AT_ONCE), [names, rounds]);
  useEffect(() => {
    if (!wanted) return undefined;
    const page = new AbortController();
    void askProjects(sdkPort, wanted, known, page.signal).then(() => {
      if (!page.signal.aborted) setSettled({ names: wanted });
    });
    return () => page.abort();
  }, [wanted, known]);
  return useMemo(() => {
    const asked = settled?.names;
    const readable = asked?.map((name) => known.get(name)).filter(isReadable) ?? NO_PROJECTS;
    const projects = readable.slice(0, rounds * WATCHED_AT_ONCE);
    const unknown = asked?.filter((name) => known.get(name) === 'not-asked').length ?? 0;
    return {
      isSettled: failure !== undefined || (wanted !== undefined && asked === wanted),
      projects,
      left: (names?.length ?? 0) - (asked?.length ?? 0) + (readable.length - projects.length) + unknown,
      ...(failure ? { failure } : {}),
      askMore: () => setRounds(rounds + 1),
    };
  }, [settled, known, rounds, wanted, names, failure]);
}
