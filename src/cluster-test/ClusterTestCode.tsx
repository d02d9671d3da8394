import { useState } from 'react';
import { Button, Content, ExpandableSection } from '@patternfly/react-core';
import { untestedPorts } from '../domain/cluster-test/clusterTestChecks';
import { clusterTestCommand, clusterTestJob, type ClusterTestRequest } from '../domain/cluster-test/clusterTestJob';
import type { Service } from '../domain/k8s/objects';
import { CodeWithCopy } from '../ui/CodeWithCopy';
import { toKubernetesYaml } from '../ui/kubernetesYaml';
import { useText } from '../ui/useText';

interface ClusterTestCodeProps {
  /** an empty image: none is known yet */
  readonly request: ClusterTestRequest;
  readonly service: Service;
  readonly onChangeImage: () => void;
}

/** What a test runs, collapsed: in words, the Job exactly as it is sent, and the equivalent command. */
export const ClusterTestCode = ({ request, service, onChangeImage }: ClusterTestCodeProps) => {
  const t = useText();
  const [isShown, setShown] = useState(false);
  const untested = untestedPorts(service);
  const { namespace, image } = request;
  const shown = { ...request, image: image || 'IMAGE' };
  return (
    <ExpandableSection
      toggleText={t('What runs')}
      isExpanded={isShown}
      onToggle={(_event, isExpanded) => setShown(isExpanded)}
    >
      {isShown && (
        <>
          <Content component="p">
            {t(
              'Runs a Job in project {{namespace}} that looks up the DNS names and opens a TCP connection to each port. The Job deletes itself within two minutes.',
              { namespace },
            )}
          </Content>
          {untested.length > 0 && (
            <Content component="small">
              {t('Not tested: {{ports}}. Only TCP ports can be tested.', {
                ports: untested.map(({ port, protocol }) => `${port}/${protocol}`).join(', '),
              })}
            </Content>
          )}
          <Content component="p">
            {image ? t('Image: {{image}}', { image }) : t('No image is set.')}{' '}
            <Button variant="link" isInline onClick={onChangeImage}>
              {image ? t('Change image') : t('Set image')}
            </Button>
          </Content>
          <CodeWithCopy label={t('Copy YAML')} code={toKubernetesYaml(clusterTestJob(shown))} />
          <CodeWithCopy label={t('Copy command')} code={clusterTestCommand(shown)} />
        </>
      )}
    </ExpandableSection>
  );
};
