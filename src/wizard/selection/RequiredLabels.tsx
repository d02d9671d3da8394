import { Content, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useElementId } from '../../host/useElementId';
import { labelEffect } from '../../domain/labels/labelEffect';
import { isSetByKubeVirt } from '../../domain/labels/labels';
import { useText } from '../../ui/useText';
import type { StepProps } from '../draft/stepProps';
import { LabelEffectText } from './LabelEffectText';

interface RequiredLabelsProps extends StepProps {
  /** true when a VM lacks some of the labels */
  readonly isLabelling: boolean;
}

/** The labels that the existing Service selects: the VMs get them, and what that overwrites is named. */
const RequiredLabels = ({ draft, resolved, vms, isLabelling }: RequiredLabelsProps) => {
  const t = useText();
  const id = useElementId();
  const selector = Object.entries(resolved.existingService?.spec?.selector ?? {});
  const columns = { key: t('Label key'), value: t('Label value'), effect: t('Effect') };
  return (
    <div>
      <Title headingLevel="h3" size="md" id={id}>
        {t('Labels that Service {{service}} requires', { service: draft.serviceName })}
      </Title>
      <Table variant="compact" borders={false} aria-labelledby={id}>
        <Thead>
          <Tr>
            <Th>{columns.key}</Th>
            <Th>{columns.value}</Th>
            <Th>{columns.effect}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {selector.map(([key, value]) => (
            <Tr key={key}>
              <Td dataLabel={columns.key} modifier="breakWord">
                {key}
              </Td>
              <Td dataLabel={columns.value} modifier="breakWord">
                {value}
              </Td>
              <Td dataLabel={columns.effect}>
                {isSetByKubeVirt(key) ? (
                  t('Set by KubeVirt')
                ) : (
                  <LabelEffectText effect={labelEffect(vms, key, value, resolved.labels.timing)} />
                )}
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {!isLabelling && <Content component="p">{t('All labels are already set. The VM is not changed.')}</Content>}
    </div>
  );
};

export default RequiredLabels;
