import { Checkbox } from '@patternfly/react-core';
import { nameOf } from '../../domain/k8s/objects';
import { openPortsText, shutPortsOf } from '../../domain/draft/specTiming';
import { vmsWithoutTarget } from '../../domain/service/suggestedPorts';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import type { StepProps } from '../draft/stepProps';

/** What keeps the ports from the guests, with the way to allow them on the network interface. */
export const PortWarnings = ({ resolved, draft, dispatch, vms }: StepProps) => {
  const t = useText();
  const { ports } = resolved.draft;
  const [first] = vms;
  const shut = shutPortsOf(resolved.draft, vms)
    .map(({ port, protocol }) => `${port}/${protocol}`)
    .join(', ');
  return (
    <>
      {ports.flatMap((port, index) => {
        const names = vmsWithoutTarget(vms, port).map(({ vm }) => nameOf(vm));
        if (names.length === 0) return [];
        const { targetPort, protocol } = port;
        return (
          <Notice
            key={index}
            variant="warning"
            title={t('Named port {{name}} not found on {{names}}', { name: targetPort, names: names.join(', ') })}
          >
            {t(
              'The Service sends traffic when the pod lists a {{protocol}} port with this name. KubeVirt copies it from the ports list of the interface when the VM starts.',
              { protocol },
            )}
          </Notice>
        );
      })}
      {ports.some(({ protocol }) => protocol === 'SCTP') && (
        <Notice variant="info" title={t('SCTP does not pass an interface with a ports list')} />
      )}
      {shut !== '' && (
        <Notice
          variant="warning"
          title={
            first && vms.length === 1
              ? t('{{name}} allows only {{allowed}}. Traffic to {{ports}} does not get through.', {
                  name: nameOf(first.vm),
                  allowed: openPortsText(first),
                  ports: shut,
                })
              : t('The network interface of some of these VMs blocks {{ports}}.', { ports: shut })
          }
        >
          <Checkbox
            id="opens-ports"
            label={t('Allow {{ports}} on the network interface (requires restart)', { ports: shut })}
            isChecked={draft.opensPorts}
            onChange={(_event, opensPorts) => dispatch({ type: 'opens-ports', opensPorts })}
          />
        </Notice>
      )}
    </>
  );
};
