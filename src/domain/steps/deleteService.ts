import { nameOf, uidOf, type Service } from '../k8s/objects';
import type { Step } from './step';

/** The step that deletes just this Service, as it was seen: another of the same name, or one that was changed since, is refused by the API server. */
export function deleteService(service: Service): Step {
  const { namespace = '', resourceVersion } = service.metadata ?? {};
  const name = nameOf(service);
  return {
    id: `delete-service/${name}`,
    kind: 'delete',
    target: { kind: 'Service', namespace, name },
    uid: uidOf(service) ?? '',
    ...(resourceVersion ? { resourceVersion } : {}),
  };
}
