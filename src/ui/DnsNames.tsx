import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { DnsScope } from '../domain/service/dnsNames';
import { dnsNames } from '../domain/service/dnsNames';
import { CopyText } from './CopyText';
import { useText, type Text } from './useText';

const scopeText = (t: Text, scope: DnsScope): string => {
  switch (scope) {
    case 'anywhere-in-cluster':
      return t('Anywhere in the cluster');
    case 'pods-of-any-namespace':
      return t('From pods of any project');
    case 'pods-of-same-namespace':
      return t('From pods of the same project');
  }
};

interface DnsNamesProps {
  readonly service: string;
  readonly namespace: string;
  readonly clusterDomain: string;
}

/** The DNS names of a Service, each with from where it works and a way to copy it. */
export const DnsNames = ({ service, namespace, clusterDomain }: DnsNamesProps) => {
  const t = useText();
  return (
    <DescriptionList isCompact aria-label={t('DNS names')}>
      {dnsNames(service, namespace, clusterDomain).map(({ name, worksFrom }) => (
        <DescriptionListGroup key={name}>
          <DescriptionListTerm>{scopeText(t, worksFrom)}</DescriptionListTerm>
          <DescriptionListDescription>
            <CopyText text={name} />
          </DescriptionListDescription>
        </DescriptionListGroup>
      ))}
    </DescriptionList>
  );
};
