import { useState } from 'react';
import { ExpandableSection } from '@patternfly/react-core';
import { clusterTestCommand, clusterTestJob, type ClusterTestRequest } from '../domain/cluster-test/clusterTestJob';
import { CodeWithCopy } from '../ui/CodeWithCopy';
import { toKubernetesYaml } from '../ui/kubernetesYaml';
import { useText } from '../ui/useText';

/** The Job exactly as a test sends it, and the equivalent command, both collapsed. */
export const ClusterTestCode = ({ request }: { readonly request: ClusterTestRequest }) => {
  const t = useText();
  const [isJobShown, setJobShown] = useState(false);
  const [isCommandShown, setCommandShown] = useState(false);
  return (
    <>
      <ExpandableSection
        toggleText={t('What is created')}
        isExpanded={isJobShown}
        onToggle={(_event, isExpanded) => setJobShown(isExpanded)}
      >
        {isJobShown && <CodeWithCopy label={t('Copy the YAML')} code={toKubernetesYaml(clusterTestJob(request))} />}
      </ExpandableSection>
      <ExpandableSection
        toggleText={t('The same as a command')}
        isExpanded={isCommandShown}
        onToggle={(_event, isExpanded) => setCommandShown(isExpanded)}
      >
        {isCommandShown && <CodeWithCopy label={t('Copy the command')} code={clusterTestCommand(request)} />}
      </ExpandableSection>
    </>
  );
};
