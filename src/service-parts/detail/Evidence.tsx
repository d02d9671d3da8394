import { Fragment } from 'react';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import { DescriptionList } from '@patternfly/react-core';
import { gvkOf } from '../../cluster/port/models';
import type { Finding } from '../../domain/diagnosis/finding';
import type { SeenVm } from '../../domain/k8s/seen';
import { particularsOf } from '../../ui/text/findings/findingText';
import { Term } from '../../ui/Term';
import { useText } from '../../ui/useText';
import { LabelLayersTable } from './LabelLayersTable';
import { PolicyMatrix } from '../../ui/verdict/PolicyMatrix';

interface EvidenceProps {
  readonly finding: Finding;
  readonly namespace: string;
  readonly vm: SeenVm;
}

/**
 * What a finding was found in, in the shape that shows it: labels by the layers that hold them, network policies by
 * clients and ports, all else as the field with the value that it has and the one that it needs.
 */
export const Evidence = ({ finding, namespace, vm }: EvidenceProps) => {
  const t = useText();
  const { object } = finding;
  const { field, actual, needed, admissions } = particularsOf(finding);
  const labels = 'held' in finding.facts ? finding.facts.wanted : undefined;
  if (labels) return <LabelLayersTable vm={vm} selector={labels} label={t('Labels that the Service selects')} />;
  const terms =
    admissions.length > 0
      ? []
      : [
          { term: t('Field'), text: field },
          { term: t('Now'), text: actual },
          { term: t('Required'), text: needed },
        ].filter(({ text }) => text !== '');
  return (
    <>
      <DescriptionList isCompact isHorizontal horizontalTermWidthModifier={{ default: '12ch' }}>
        {object.names.length > 0 && (
          <Term name={t('Found in')}>
            {object.names.map((name, index) => (
              <Fragment key={name}>
                {index > 0 && ', '}
                <ResourceLink inline groupVersionKind={gvkOf(object.kind)} name={name} namespace={namespace} />
              </Fragment>
            ))}
          </Term>
        )}
        {terms.map(({ term, text }) => (
          <Term key={term} name={term}>
            <span className="pf-v6-u-text-break-word">{text}</span>
          </Term>
        ))}
      </DescriptionList>
      {admissions.length > 0 && <PolicyMatrix admissions={admissions} />}
    </>
  );
};
