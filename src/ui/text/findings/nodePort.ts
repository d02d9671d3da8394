import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { WordingOf } from './wording';

/** Node ports and quotas. */
export const NODE_PORT_WORDING = {
  O1: {
    title: (t, { facts: { nodePorts } }) =>
      nodePorts.length > 1
        ? t('Outside clients use the node ports')
        : t('Outside clients use node port {{actual}}', { actual: nodePorts.join(', ') }),
    says: (t, { facts: { nodePorts, hostIP, isLocal } }) => {
      const actual = nodePorts.join(', ');
      if (isLocal)
        return hostIP
          ? t('Connect to {{actual}} on the node of the VM, {{needed}}. Other nodes do not answer.', {
              actual,
              needed: hostIP,
            })
          : t('Connect to {{actual}} on the node of the VM. Other nodes do not answer.', { actual });
      return hostIP
        ? t('Connect to {{actual}} on any node, for example on {{needed}}.', { actual, needed: hostIP })
        : t('Connect to {{actual}} on any node.', { actual });
    },
    shows: ({ nodePorts, hostIP = '' }) => ({ actual: nodePorts.join(', '), needed: hostIP }),
  },
  O2: {
    title: (t) => t('Quota is used up'),
    says: (t, { object, facts }) =>
      t('Quota {{name}} has no room for {{actual}}. This Service stays, but could not be created again.', {
        name: object.names.join(', '),
        actual: facts.usedUp.join(', '),
      }),
    shows: ({ usedUp }) => ({ actual: usedUp.join(', ') }),
  },
} satisfies WordingOf<CodeOf<'nodePort'>>;
