import { useCallback, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import type { ListedKind } from '../../cluster/ask/listedKinds';
import { useExposedLists, type WatchedLists } from '../../cluster/watch/useExposedLists';
import type { ExposedList } from '../../domain/exposed/exposedList';
import { Loading } from '../../ui/loading/Loading';
import { useExposedList } from './useExposedList';

/** A project to read, or all of them by lists of the cluster where none is named. */
export interface WantedProject {
  readonly namespace?: string;
  /** the kinds that may be listed there; absent: all are asked for */
  readonly kinds?: ReadonlySet<ListedKind>;
}

/** What was read of one project, or of all by lists of the cluster. */
export interface ReadProject extends WatchedLists {
  /** undefined for all projects */
  readonly namespace: string | undefined;
  /** undefined where it could not be read */
  readonly list: ExposedList | undefined;
}

const keyOf = ({ namespace = '' }: WantedProject): string => namespace;

interface ProjectListsProps {
  readonly projects: readonly WantedProject[];
  /** draws what was read, once all of it is there */
  readonly children: (read: readonly ReadProject[]) => ReactNode;
}

/**
 * Reads projects and works out their exposed VMs, each with a memory of its own. How many there are may change, which
 * hooks alone do not allow: so each is read by an element that draws nothing.
 */
export const ProjectLists = ({ projects, children }: ProjectListsProps) => {
  const [reads, setReads] = useState<ReadonlyMap<string, ReadProject>>(new Map());
  const [hasSettled, setHasSettled] = useState(false);
  const keep = useCallback(
    (key: string, read: ReadProject) => setReads((before) => new Map(before).set(key, read)),
    [],
  );
  const keys = projects.map(keyOf).join(' ');
  const read = useMemo(() => keys.split(' ').flatMap((key) => reads.get(key) ?? []), [keys, reads]);
  const isSettled = read.length === projects.length && read.every((one) => one.isSettled);
  // once shown, the page is not taken away while a watch begins again
  if (isSettled && !hasSettled) setHasSettled(true);
  return (
    <>
      {projects.map((project) => (
        <ProjectRead key={keyOf(project)} {...project} onRead={keep} />
      ))}
      {hasSettled ? children(read) : <Loading />}
    </>
  );
};

interface ProjectReadProps extends WantedProject {
  readonly onRead: (key: string, read: ReadProject) => void;
}

const ProjectRead = ({ namespace, kinds, onRead }: ProjectReadProps) => {
  const watched = useExposedLists(namespace, kinds);
  const { lists, isSettled } = watched;
  const list = useExposedList(lists);
  // before painting, so that a change shows with the data that it came with
  useLayoutEffect(
    () =>
      onRead(namespace ?? '', { ...watched, namespace, list, isSettled: isSettled && (!lists || list !== undefined) }),
    [onRead, namespace, watched, list, lists, isSettled],
  );
  return null;
};
