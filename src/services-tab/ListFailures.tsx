import type { WatchedListReads } from '../cluster/watch/useListReads';
import type { Failure } from '../domain/k8s/failure';
import { FailureAlert } from '../ui/FailureAlert';
import { useText } from '../ui/useText';

/** What a page wanted to read, as the whole sentence that it could not be read, and why where it could not. */
type WantedRead = readonly [title: string, failure: Failure | undefined];

interface ListFailuresProps {
  readonly namespace: string;
  /** of what the list shows itself */
  readonly wanted: readonly WantedRead[];
  readonly reads: WatchedListReads;
}

/** What a list could not read, one alert each, with what is not known because of it. */
export const ListFailures = ({ namespace, wanted, reads }: ListFailuresProps) => {
  const t = useText();
  const all: readonly WantedRead[] = [
    ...wanted,
    [
      t(
        'The network policies of project {{namespace}} could not be read, so it was not checked whether they block traffic.',
        { namespace },
      ),
      reads.policiesFailure,
    ],
    [
      t('The Routes of project {{namespace}} could not be read, so it was not checked whether they work.', {
        namespace,
      }),
      reads.routesFailure,
    ],
  ];
  return <>{all.map(([title, failure]) => failure && <FailureAlert key={title} title={title} failure={failure} />)}</>;
};
