import type { Management } from '../../domain/k8s/management';
import type { ObjectRef } from '../../domain/k8s/objects';
import type { Text } from '../useText';

/** Who may undo a change of an object, and where to make it instead. */
export function managementText(
  t: Text,
  { kind, name: object }: Pick<ObjectRef, 'kind' | 'name'>,
  { tool, ownerKind, name, field }: Management,
): string {
  const values = { kind, object, ownerKind, name, field };
  switch (tool) {
    case 'virtual-machine-pool':
      return t(
        '{{kind}} {{object}} belongs to VirtualMachinePool {{name}}, which recreates its VMs from its own template. Change {{field}} of the pool, too.',
        values,
      );
    case 'controller':
      return t(
        '{{kind}} {{object}} is controlled by {{ownerKind}} {{name}}, which can revert this change. Make the change there instead.',
        values,
      );
    case 'argo-cd':
      return t(
        '{{kind}} {{object}} is managed by Argo CD application {{name}}, which can revert this change. Change {{field}} in its source instead.',
        values,
      );
    case 'flux':
      return t(
        '{{kind}} {{object}} is managed by Flux {{ownerKind}} {{name}}, which can revert this change. Change {{field}} in its source instead.',
        values,
      );
    case 'helm':
      return name === ''
        ? t(
            '{{kind}} {{object}} was created by Helm, and an upgrade can revert this change. Change {{field}} in the chart or its values.',
            values,
          )
        : t(
            '{{kind}} {{object}} belongs to Helm release {{name}}, and an upgrade can revert this change. Change {{field}} in the chart or its values.',
            values,
          );
    case 'olm':
      return t(
        '{{kind}} {{object}} is managed by operator {{name}}, which can revert this change. Change the configuration of the operator instead.',
        values,
      );
  }
}
