import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Content, ExpandableSection } from '@patternfly/react-core';
import type { WatchedListReads } from '../../cluster/watch/useListReads';
import type { Failure } from '../../domain/k8s/failure';
import { unreadOf } from '../../domain/k8s/unread';
import { FailureAlert } from '../../ui/FailureAlert';
import { Notice } from '../../ui/Notice';
import { failureText } from '../../ui/text/failureText';
import { useText } from '../../ui/useText';

/** What a page wanted to read. */
export interface WantedRead {
  /** what the objects are called, as Kubernetes has it */
  readonly objects: string;
  /** why they were not read; undefined where they were */
  readonly failure: Failure | undefined;
  /** true for what the page can show nothing without */
  readonly isRequired?: boolean;
}

interface ListFailuresProps {
  readonly namespace: string;
  /** of what the list shows itself */
  readonly wanted: readonly WantedRead[];
  /** of what it is judged by, where another read has that */
  readonly reads: Pick<WatchedListReads, 'policiesFailure' | 'routesFailure'>;
}

/** What a list could not read: one alert for all that takes a permission, another for each read that failed. */
export const ListFailures = ({ namespace, wanted, reads }: ListFailuresProps) => {
  const t = useText();
  const unread = [
    ...wanted,
    { objects: 'NetworkPolicies', failure: reads.policiesFailure },
    { objects: 'Routes', failure: reads.routesFailure },
  ].flatMap(({ failure, ...read }) => (failure ? [{ ...read, failure }] : []));
  const isForbidden = ({ failure }: { failure: Failure }) => unreadOf(failure).state === 'forbidden';
  const forbidden = unread.filter(isForbidden);
  const failed = unread.filter((read) => !isForbidden(read));
  return (
    <>
      {forbidden.length > 0 && <NoPermission namespace={namespace} reads={forbidden} />}
      {failed.map(({ objects, failure }) => (
        <FailureAlert
          key={objects}
          title={t('Could not read {{objects}} in project {{namespace}}.', { objects, namespace })}
          failure={failure}
        />
      ))}
    </>
  );
};

interface NoPermissionProps {
  readonly namespace: string;
  readonly reads: readonly (WantedRead & { readonly failure: Failure })[];
}

/** Missing permissions are no fault: what cannot be viewed, what follows from it, and the server's words on request. */
const NoPermission = ({ namespace, reads }: NoPermissionProps) => {
  const t = useText();
  const { language } = useTranslation('plugin__expose-vm').i18n;
  const [isOpen, setOpen] = useState(false);
  return (
    <Notice
      variant="warning"
      className="pf-v6-u-mb-md"
      title={t("You don't have permission to view {{objects}} in project {{namespace}}", {
        objects: new Intl.ListFormat(language).format(reads.map(({ objects }) => objects)),
        namespace,
      })}
    >
      <Content component="p">
        {reads.some(({ isRequired }) => isRequired)
          ? t('Ask your cluster administrator for access, or select a different project.')
          : t('A status that depends on them is shown as Not checked.')}
      </Content>
      <ExpandableSection
        toggleText={t('Details')}
        isExpanded={isOpen}
        onToggle={(_event, willOpen) => setOpen(willOpen)}
      >
        {isOpen && reads.map(({ objects, failure }) => <p key={objects}>{failureText(t, failure)}</p>)}
      </ExpandableSection>
    </Notice>
  );
};
