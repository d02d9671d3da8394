import type { Sentences } from '../sentences';

/** Sentences for interface (N), user-defined network (U), headless names (H), load balancer (L), node port and admission (O), Route (R), policies (K) and guest (G). */
export const NETWORK_SENTENCES: Sentences = {
  N1: (t, { object }) =>
    t('The virtual machine {{name}} is not on the pod network, and Services reach nothing else.', {
      name: object.name,
    }),
  N2: (t, { actual, needed }) =>
    t('The network interface lets only {{actual}} through to the guest; {{needed}} is missing in its ports list.', {
      actual,
      needed,
    }),
  K1: (t, { grade, needed, object }) =>
    grade === 'blocks'
      ? t(
          'No client is let in on {{needed}}: the network policies {{name}} select this virtual machine, and none of their rules allows it.',
          { needed, name: object.name },
        )
      : t(
          'Not every client is let in on {{needed}}: the network policies {{name}} select this virtual machine and allow only some.',
          { needed, name: object.name },
        ),
  U1: (t, { object }) =>
    object.kind === 'Namespace'
      ? t(
          'The project {{name}} is labelled for a primary user-defined network, but no such network was found. If there is one, what is checked on the default network may not hold.',
          { name: object.name },
        )
      : t(
          "The virtual machines of this project are on the user-defined network {{name}}, not on the cluster's default network.",
          { name: object.name },
        ),
  U3: (t) =>
    t(
      'The cluster IP of this Service can be reached only from pods and virtual machines of the same user-defined network; other projects, and perhaps Routes, cannot use it. A node port or a load balancer can be reached from elsewhere.',
    ),
  U5: (t) =>
    t(
      'A headless Service is not supported on a user-defined network: its names lead to addresses of the default network, where the virtual machine does not answer.',
    ),
  U6: (t, { object }) =>
    t('The primary network {{name}} has the topology layer3. Virtual machines need layer2.', { name: object.name }),
  N3: (t, { needed }) =>
    t(
      'The ports list of the network interface was changed to {{needed}}, which takes effect when the virtual machine is restarted.',
      { needed: needed || t('everything') },
    ),
  N4: (t, { actual }) =>
    t('The link of the network interface is {{actual}}: the guest sees an unplugged cable.', { actual }),
  N5: (t) =>
    t(
      'The interface is bridged to the pod network. Services work, over IPv4 only, and the virtual machine cannot migrate unless an annotation allows it.',
    ),
  N6: (t, { actual }) =>
    t(
      'The Service has {{actual}}. The ports list of an interface knows TCP and UDP only, and not every network passes SCTP on.',
      { actual },
    ),
  N7: (t, { actual }) =>
    t('The port {{actual}} is one that the Istio sidecar of the pod keeps for itself.', { actual }),
  N8: (t, { actual, needed }) =>
    needed
      ? t(
          'The endpoint is {{actual}}, an address of a secondary network. Services lead to the pod network only; there the virtual machine has {{needed}}.',
          { actual, needed },
        )
      : t(
          'The endpoint is {{actual}}, an address of a secondary network. Services lead to the pod network only, and the virtual machine has no address there.',
          { actual },
        ),
  U2: (t) =>
    t('OVN-Kubernetes has not mirrored the endpoints to the user-defined network, so on it the Service leads nowhere.'),
  U4: (t) =>
    t(
      'A Service without a selector does not work on a user-defined network: endpoints that are made by hand are not mirrored to it.',
    ),
  U7: (t, { actual, needed }) =>
    needed
      ? t(
          'From a pod on the same node ({{needed}}) the node ports {{actual}} cannot be reached on a user-defined network.',
          { actual, needed },
        )
      : t(
          "From a pod on the virtual machine's own node the node ports {{actual}} cannot be reached on a user-defined network.",
          { actual },
        ),
  H1: (t, { actual, grade, needed }) =>
    grade === 'caveat'
      ? t(
          'The Service answers by its own name; the name that the virtual machine has is given by the Service {{actual}}, its subdomain. Only one headless Service can do that.',
          { actual },
        )
      : t(
          'The Service answers by its own name, but gives the virtual machine none: its subdomain is {{actual}}, and would have to be {{needed}}.',
          { actual: actual || t('not set'), needed },
        ),
  H2: (t, { needed }) =>
    t(
      'The subdomain {{needed}} is in the VM template, and takes effect when the virtual machine is restarted. Until then it has no name of its own.',
      { needed },
    ),
  H3: (t, { needed }) =>
    t('The endpoint carries no hostname, so DNS has no name {{needed}} for the virtual machine.', { needed }),
  H4: (t, { actual, grade, object }) =>
    grade === 'blocks'
      ? t(
          'The Service {{name}} is named like the subdomain of the virtual machine, but only a headless one (clusterIP: None) gives it a name of its own.',
          { name: object.name },
        )
      : t(
          'The virtual machine has the subdomain {{actual}}, but there is no headless Service of that name, so it has no name of its own.',
          { actual },
        ),
  H5: (t) =>
    t(
      'The pod is not ready, and this headless Service publishes only ready ones: until then DNS has neither name nor address of it.',
    ),
  H6: (t, { actual, needed }) =>
    t(
      'The pods {{needed}} have the same hostname {{actual}} and the same subdomain, so one name leads to all of them.',
      { actual, needed },
    ),
  H7: (t, { actual, needed }) =>
    t('Nothing translates the port of a headless Service: clients have to use {{needed}}, not {{actual}}.', {
      actual,
      needed,
    }),
  L1: (t, { actual, grade }) =>
    grade === 'info'
      ? t('The load balancer has no address yet; the Service is less than a minute old.')
      : actual
        ? t(
            'The load balancer has no address. Its provider says: {{actual}}. Inside the cluster, and by its node ports, the Service can be reached.',
            { actual },
          )
        : t(
            'The load balancer has no address, and nothing tells of a provider: perhaps there is none, its pool is empty, or it announces no addresses. Inside the cluster, and by its node ports, the Service can be reached.',
          ),
  L2: (t, { actual }) =>
    t('The address of the load balancer is the name {{actual}}; it may take a while until DNS knows it everywhere.', {
      actual,
    }),
  L3: (t, { needed }) =>
    needed
      ? t(
          'Only the node of the virtual machine ({{needed}}) answers from outside (externalTrafficPolicy: Local). That changes when it migrates.',
          { needed },
        )
      : t('Only the node that the virtual machine is on answers from outside (externalTrafficPolicy: Local).'),
  L4: (t, { actual }) => t('The load balancer lets in clients of {{actual}} only.', { actual }),
  L5: (t, { actual }) =>
    t(
      'The load balancer class {{actual}} is asked for. If no controller of the cluster knows it, no address ever comes.',
      { actual },
    ),
  O1: (t, { actual, needed }) =>
    needed
      ? t(
          'From outside: the port {{actual}} of any node, for sure of the one that the virtual machine is on, {{needed}}.',
          { actual, needed },
        )
      : t('From outside: the port {{actual}} of any node.', { actual }),
  O2: (t, { actual, grade, object }) =>
    grade === 'blocks'
      ? t('The API server refuses this type here, saying: {{actual}}.', { actual })
      : t('The quota {{name}} has no more room for {{actual}}. This Service stays, but could not be made anew.', {
          name: object.name,
          actual,
        }),
  O3: (t, { actual }) => t('The API server refuses the node port, saying: {{actual}}.', { actual }),
  R1: (t, { actual, needed, object }) =>
    t('{{kind}} {{name}} leads to the port {{actual}}, which the Service does not have. It has {{needed}}.', {
      kind: object.kind,
      name: object.name,
      actual,
      needed,
    }),
  R2: (t, { actual, object }) => t('No router takes the Route {{name}}: {{actual}}.', { name: object.name, actual }),
  R3: (t, { actual, object }) =>
    t(
      'The Route {{name}} leads to the port {{actual}}, which usually speaks neither HTTP nor TLS with a host name. A load balancer or a node port passes everything on.',
      { name: object.name, actual },
    ),
  R4: (t, { actual, needed, object }) =>
    t('The Route {{name}} ends TLS so: {{actual}}. At the port {{needed}} something else is usual.', {
      name: object.name,
      actual,
      needed,
    }),
  R5: (t, { actual, object }) =>
    actual === 'ExternalName'
      ? t('{{kind}} {{name}} leads to an alias of an outside name, which the router may not follow.', {
          kind: object.kind,
          name: object.name,
        })
      : t('{{kind}} {{name}} leads to a headless Service; the router goes to the pods directly, not by its names.', {
          kind: object.kind,
          name: object.name,
        }),
  K2: (t, { actual, object }) =>
    t(
      'There are policies of other kinds ({{actual}}: {{name}}) whose rules were not evaluated. A cluster administrator knows them.',
      { actual, name: object.name },
    ),
  K3: (t) => t("What the client's own side lets out (egress policies, firewalls) cannot be seen from here."),
  G1: (t, { needed, object }) =>
    t(
      'What is left is the guest of {{name}}: something has to listen on {{needed}} there, and its firewall has to let it in.',
      { name: object.name, needed },
    ),
};
