import { useMemo } from 'react';
import { PageSection } from '@patternfly/react-core';
import { stringify } from 'yaml';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { AsyncCodeEditor } from '../console-parts/AsyncCodeEditor';

/** The object as YAML, to read only. */
export function YamlTab({ obj }: { obj?: K8sResourceCommon }): JSX.Element {
  const text = useMemo(() => stringify(obj ?? {}, { aliasDuplicateObjects: false }), [obj]);
  return (
    <PageSection hasBodyWrapper={false}>
      <AsyncCodeEditor aria-label="YAML" isReadOnly value={text} />
    </PageSection>
  );
}
