import { TextField } from '../../ui/TextField';
import { useText } from '../../ui/useText';
import { useProblemOf } from '../draft/OptionField';
import type { StepProps } from '../draft/stepProps';

/** The node port of each port; left blank, the cluster assigns one. */
export const NodePortFields = ({ draft, problems, tellsAll, dispatch, cluster: { network }, isForEach }: StepProps) => {
  const t = useText();
  const problemOf = useProblemOf({ problems, tellsAll });
  const hint = network?.nodePorts
    ? t('Leave blank to assign a free port. Node ports of this cluster: {{first}} to {{last}}.', {
        first: network.nodePorts.first,
        last: network.nodePorts.last,
      })
    : t('Leave blank to assign a free port.');
  if (isForEach) return null;
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
