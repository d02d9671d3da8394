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
        '{{kind}} {{object}} belongs to the VirtualMachinePool {{name}}, which makes its virtual machines anew from its own template. Change {{field}} of the pool as well, or instead.',
        values,
      );
    case 'controller':
      return t(
        '{{kind}} {{object}} is controlled by the {{ownerKind}} {{name}}, which may undo this change. Change it there instead.',
        values,
      );
    case 'argo-cd':
      return t(
        "{{kind}} {{object}} is managed by the Argo CD application {{name}}, which may undo this change. Change {{field}} in the application's source instead.",
        values,
      );
    case 'flux':
      return t(
        '{{kind}} {{object}} is managed by the Flux {{ownerKind}} {{name}}, which may undo this change. Change {{field}} in its source instead.',
        values,
      );
    case 'helm':
      return name === ''
        ? t(
            '{{kind}} {{object}} was made by Helm; the next upgrade of its release may undo this change. Change {{field}} in the chart or its values instead.',
            values,
          )
        : t(
            '{{kind}} {{object}} belongs to the Helm release {{name}}, whose next upgrade may undo this change. Change {{field}} in the chart or its values instead.',
            values,
          );
    case 'olm':
      return t(
        "{{kind}} {{object}} is managed by the operator {{name}}, which may undo this change. Change it in the operator's own configuration instead.",
        values,
      );
  }
}
