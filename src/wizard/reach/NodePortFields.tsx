import { nodePortsText } from '../../ui/text/clusterNetworkText';
import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import { useProblemOf } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';

/** The node port of each port; left blank, the cluster assigns one. */
export const NodePortFields = ({ draft, problems, dispatch, cluster: { network } }: StepProps) => {
  const t = useText();
  const problemOf = useProblemOf(problems);
  const free = t('Left empty, the cluster chooses a free one.');
  const hint = network
    ? t('{{free}} Node ports of this cluster: {{range}}.', { free, range: nodePortsText(t, network.nodePorts) })
    : free;
  return (
    <>
      {draft.ports.map(({ name, port, protocol, nodePort }, index) => (
        <TextField
          key={index}
          id={`node-port-${index}`}
          label={
            draft.ports.length === 1
              ? t('Node port')
              : t('Node port of {{port}}', { port: name || `${port}/${protocol}` })
          }
          value={nodePort}
          onChange={(value) => dispatch({ type: 'port', index, change: { nodePort: value } })}
          hint={hint}
          {...problemOf((field) => field.at === 'port' && field.index === index && field.field === 'nodePort')}
        />
      ))}
    </>
  );
};
