import type { CodeOf } from '../../../domain/diagnosis/finding';
import type { SentencesOf } from './sentence';

/** Node ports and quotas. */
export const NODE_PORT_SENTENCES = {
  O1: {
    says: (t, { facts: { nodePorts, hostIP, isLocal } }) => {
      const actual = nodePorts.join(', ');
      if (isLocal)
        return hostIP
          ? t('From outside: the port {{actual}} of the node that the virtual machine is on, {{needed}}.', {
              actual,
              needed: hostIP,
            })
          : t('From outside: the port {{actual}} of the node that the virtual machine is on.', { actual });
      return hostIP
        ? t(
            'From outside: the port {{actual}} of any node, for sure of the one that the virtual machine is on, {{needed}}.',
            { actual, needed: hostIP },
          )
        : t('From outside: the port {{actual}} of any node.', { actual });
    },
    shows: ({ nodePorts, hostIP = '' }) => ({ actual: nodePorts.join(', '), needed: hostIP }),
  },
  O2: {
    says: (t, { object, facts }) =>
      t('The quota {{name}} has no more room for {{actual}}. This Service stays, but could not be made anew.', {
        name: object.names.join(', '),
        actual: facts.usedUp.join(', '),
      }),
    shows: ({ usedUp }) => ({ actual: usedUp.join(', ') }),
  },
} satisfies SentencesOf<CodeOf<'nodePort'>>;
